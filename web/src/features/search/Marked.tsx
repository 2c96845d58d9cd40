import type { Schemas } from '@/shared/api/schema';
import { pieces } from './marked';

/** Text in which the words that were found stand out. */
export function Marked({ text, spans }: { text: string; spans: readonly Schemas['Span'][] }) {
  return pieces(text, spans).map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>));
}
