/** The page of a long list that is to be fetched next. */
export interface WantedBlock {
  start: number;
  /** Nothing for the first page. */
  cursor: string | null;
  limit: number;
}

interface Anchor {
  start: number;
  cursor: string | null;
}

/** A page while somebody reads on row by row, and while she goes far: the server gives no more than the second. */
const NEAR = 100;
const FAR = 500;

/** As many rows are kept around what is seen; others are fetched again when they are wanted. */
const KEPT_ROWS = 10_000;

/**
 * The rows of a list that can be read forward only, page by page. The beginning of every page seen so far is kept, so that any
 * of them can be fetched again; of the rows only those near the eye are. Mutable; its owner tells who draws them.
 */
export class Blocks<Row> {
  private readonly anchors: Anchor[] = [{ start: 0, cursor: null }];
  private readonly blocks = new Map<number, readonly Row[]>();
  private held = 0;

  /** How far the list was read: rows below this can be fetched at once. */
  get reached(): number {
    return this.anchors.at(-1)?.start ?? 0;
  }

  row(index: number): Row | undefined {
    const start = this.anchorBefore(index).start;
    return this.blocks.get(start)?.[index - start];
  }

  /** Takes a page in; {@code next} is where the one behind it begins, nothing at the end of the list. */
  add(start: number, rows: readonly Row[], next: string | null): void {
    this.held += rows.length - (this.blocks.get(start)?.length ?? 0);
    this.blocks.set(start, rows);
    if (next !== null && start + rows.length > this.reached) {
      this.anchors.push({ start: start + rows.length, cursor: next });
    }
  }

  /** What is missing between two rows, the last exclusive: the first page that has some of it, or leads there. */
  missing(first: number, last: number): WantedBlock | undefined {
    for (let at = first; at < last;) {
      const index = this.anchorIndex(at);
      const anchor = this.anchors[index] ?? { start: 0, cursor: null };
      const block = this.blocks.get(anchor.start);
      if (block === undefined) {
        return { ...anchor, limit: this.sizeOf(index, at) };
      }
      if (index === this.anchors.length - 1 && anchor.start + block.length <= at) {
        return undefined;
      }
      at = anchor.start + block.length;
    }
    return undefined;
  }

  /** Lets go of rows far from the one that is seen; gives those that went. */
  forgetFarFrom(index: number): Row[] {
    const gone: Row[] = [];
    const byDistance = [...this.blocks.keys()].sort((a, b) => Math.abs(b - index) - Math.abs(a - index));
    for (const start of byDistance) {
      if (this.held <= KEPT_ROWS) {
        break;
      }
      const rows = this.blocks.get(start) ?? [];
      gone.push(...rows);
      this.held -= rows.length;
      this.blocks.delete(start);
    }
    return gone;
  }

  /** Every row at hand with its place, in no order. */
  *atHand(): Generator<[number, Row]> {
    for (const [start, rows] of this.blocks) {
      for (const [offset, row] of rows.entries()) {
        yield [start + offset, row];
      }
    }
  }

  private sizeOf(index: number, wanted: number): number {
    const start = this.anchors[index]?.start ?? 0;
    const next = this.anchors[index + 1]?.start;
    return next === undefined ? (wanted - start > NEAR ? FAR : NEAR) : next - start;
  }

  private anchorBefore(index: number): Anchor {
    return this.anchors[this.anchorIndex(index)] ?? { start: 0, cursor: null };
  }

  /** Of the last page that begins at or before the row. */
  private anchorIndex(row: number): number {
    let [low, high] = [0, this.anchors.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.anchors[middle]?.start ?? 0) <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
