/** Browsers draw no element higher than some millions of pixels; longer lists scroll in a scaled-down space. */
export const LONGEST_PX = 8_000_000;

/** Where a long list of rows of one height stands. All measures are pixels. */
export interface ListWindow {
  rows: number;
  rowHeight: number;
  /** What is seen of the list. */
  height: number;
  /** How far the first visible pixel is from the top of the whole list. */
  top: number;
  /** What the scroll bar says; equals `top` while the list is short. */
  scrollTop: number;
}

export function fullHeight(list: ListWindow): number {
  return list.rows * list.rowHeight;
}

/** The height that the scrolling element gets. */
export function drawnHeight(list: ListWindow): number {
  return Math.min(fullHeight(list), LONGEST_PX);
}

function scale(list: ListWindow): number {
  const drawn = drawnHeight(list) - list.height;
  return drawn <= 0 ? 1 : (fullHeight(list) - list.height) / drawn;
}

function within(list: ListWindow, top: number): number {
  return Math.max(0, Math.min(top, fullHeight(list) - list.height));
}

/**
 * The scroll bar has moved. A short way is a wheel, a key or a finger and moves the rows as far as the hand did; a long one is a
 * drag of the bar and moves in proportion. The two disagree in a scaled list until {@link settled}.
 */
export function scrolled(list: ListWindow, scrollTop: number): ListWindow {
  const way = scrollTop - list.scrollTop;
  const near = Math.abs(way) <= 2 * list.height && !touchesEnd(list, scrollTop, way);
  return { ...list, scrollTop, top: within(list, near ? list.top + way : scrollTop * scale(list)) };
}

/** Whether the bar has come to its end with less than a window of rows left: then it means the very end. */
function touchesEnd(list: ListWindow, scrollTop: number, way: number): boolean {
  const up = way < 0;
  const left = up ? list.top : fullHeight(list) - list.height - list.top;
  return left <= list.height && (up ? scrollTop <= 0 : scrollTop >= drawnHeight(list) - list.height);
}

/** The scroll bar set to where the rows are, called when the hand rests; it leaves room to go on as long as there are rows. */
export function settled(list: ListWindow): ListWindow {
  const end = Math.max(0, drawnHeight(list) - list.height);
  const room = list.top <= 0 || list.top >= fullHeight(list) - list.height ? 0 : 1;
  return { ...list, scrollTop: Math.max(room, Math.min(Math.round(list.top / scale(list)), end - room)) };
}

/** Another size of list, row or window; the first visible row stays. */
export function resized(list: ListWindow, size: Pick<ListWindow, 'rows' | 'rowHeight' | 'height'>): ListWindow {
  const row = list.rowHeight === 0 ? 0 : list.top / list.rowHeight;
  const next = { ...list, ...size };
  return settled({ ...next, top: within(next, row * size.rowHeight) });
}

/** Moved as little as needed to see the whole row. */
export function revealed(list: ListWindow, row: number): ListWindow {
  const [above, below] = [row * list.rowHeight, (row + 1) * list.rowHeight - list.height];
  if (list.top <= above && list.top >= below) {
    return list;
  }
  return settled({ ...list, top: within(list, list.top > above ? above : below) });
}

/** The rows to draw, last exclusive, with some beyond each edge. */
export function visibleRows(list: ListWindow, beyond = 6): { first: number; last: number } {
  const first = Math.floor(list.top / Math.max(1, list.rowHeight)) - beyond;
  const count = Math.ceil(list.height / Math.max(1, list.rowHeight)) + 1 + 2 * beyond;
  return { first: Math.max(0, first), last: Math.max(0, Math.min(list.rows, first + count)) };
}
