import type { Schemas } from '@/shared/api/schema';

export interface Piece {
  text: string;
  marked: boolean;
}

/** The text cut at the spans that are marked. Spans may overlap, touch, come in any order or reach beyond the text. */
export function pieces(text: string, spans: readonly Schemas['Span'][]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(at, Math.min(start, text.length));
    const to = Math.min(end, text.length);
    if (to > from) {
      push(found, text.slice(at, from), false);
      push(found, text.slice(from, to), true);
      at = to;
    }
  }
  push(found, text.slice(at), false);
  return found;
}

function push(found: Piece[], text: string, marked: boolean): void {
  const last = found.at(-1);
  if (text === '') {
    return;
  }
  if (last?.marked === marked) {
    last.text += text;
  } else {
    found.push({ text, marked });
  }
}
