/**
 * What is selected of a search run: single messages, or the run itself. The run is what it found, whatever arrives later; it has no
 * exceptions, because the server exports a run as a whole.
 */
export type Selection = { kind: 'run' } | { kind: 'ids'; ids: ReadonlySet<string>; /** Where a range begins. */ from: number | undefined };

export const NOTHING: Selection = { kind: 'ids', ids: new Set(), from: undefined };

export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'run' || selection.ids.has(id);
}

/** How many messages are selected. */
export function selectedCount(selection: Selection, found: number): number {
  return selection.kind === 'run' ? found : selection.ids.size;
}

/** One more, or one less. */
export function toggled(selection: Selection, id: string, index: number): Selection {
  if (selection.kind === 'run') {
    return selection;
  }
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) {
    ids.add(id);
  }
  return { kind: 'ids', ids, from: index };
}

/** Everything from where the range began to this row; what is not at hand is left out, and the caller says so. */
export function ranged(selection: Selection, index: number, idAt: (index: number) => string | undefined): Selection {
  if (selection.kind === 'run') {
    return selection;
  }
  const from = selection.from ?? index;
  const ids = new Set(selection.ids);
  for (let at = Math.min(from, index); at <= Math.max(from, index); at++) {
    const id = idAt(at);
    if (id !== undefined) {
      ids.add(id);
    }
  }
  return { kind: 'ids', ids, from };
}

/** These too. */
export function withAll(selection: Selection, more: Iterable<string>): Selection {
  return selection.kind === 'run' ? selection : { ...selection, ids: new Set([...selection.ids, ...more]) };
}
