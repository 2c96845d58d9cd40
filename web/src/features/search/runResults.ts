import { ProblemError } from '@/shared/api/problem';
import type { Schemas } from '@/shared/api/schema';
import { Blocks, type WantedBlock } from './blocks';
import { fetchResults } from './requests/fetchResults';
import { fetchSnippets, MOST_SNIPPETS } from './requests/fetchSnippets';
import { NOTHING, type Selection } from './selection';

export type Hit = Schemas['Hit'];
export type Snippet = Schemas['Snippet'];

/** Where the reader is in a result; she finds it so when she comes back. */
export interface Place {
  /** The row that keys work on. */
  active: number;
  top: number;
  selection: Selection;
}

/**
 * One search run as far as it was read. Rows come page by page as they are wanted, snippets after them; both are kept near the eye only.
 * Components draw from it and are told by {@link subscribe}. Nothing is fetched twice at a time.
 */
export class RunResults {
  readonly run: Schemas['SearchRun'];
  readonly total: number;
  place: Place = { active: 0, top: 0, selection: NOTHING };
  problem: unknown;
  /** Set while the rows that are wanted lie far behind those that were read. */
  reading: { from: number; to: number } | undefined;
  private readonly blocks = new Blocks<Hit>();
  private readonly snippets = new Map<string, Snippet>();
  private readonly asked = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private wanted = { first: 0, last: 0 };
  private busy = false;
  private version = 0;

  constructor(run: Schemas['SearchRun']) {
    this.run = run;
    this.total = run.total.value;
    this.blocks.add(0, run.data, run.next_cursor);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): number => this.version;

  /** How many rows from the top were read so far. */
  get reached(): number {
    return this.blocks.reached;
  }

  row(index: number): Hit | undefined {
    return this.blocks.row(index);
  }

  snippet(id: string): Snippet | undefined {
    return this.snippets.get(id);
  }

  /** Where a message stands, if it is at hand. */
  indexOf(id: string): number | undefined {
    for (const [index, hit] of this.blocks.atHand()) {
      if (hit.id === id) {
        return index;
      }
    }
    return undefined;
  }

  move(place: Partial<Place>): void {
    this.place = { ...this.place, ...place };
    this.tell();
  }

  /** The rows that are seen, last exclusive; fetches what is missing, however far it is. */
  async want(first: number, last: number): Promise<void> {
    this.wanted = { first, last: Math.min(last, this.total) };
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      for (let next = this.missing(); next !== undefined; next = this.missing()) {
        this.note(next);
        const page = await fetchResults(this.run.id, next);
        this.blocks.add(next.start, page.data, page.next_cursor);
        this.problem = undefined;
        this.forget();
        this.tell();
      }
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
      this.reading = undefined;
      this.tell();
    }
  }

  /** Fetches what failed before. */
  again(): Promise<void> {
    this.problem = undefined;
    return this.want(this.wanted.first, this.wanted.last);
  }

  /** Reads no further than the page that is on its way; gives the last row that was read. */
  halt(): number {
    this.wanted = { first: 0, last: 0 };
    return Math.max(0, this.reached - 1);
  }

  /** Snippets of rows that are at hand; those that cannot be had are simply not shown. */
  async wantSnippets(first: number, last: number): Promise<void> {
    const ids: string[] = [];
    for (let index = first; index < last && ids.length < MOST_SNIPPETS; index++) {
      const id = this.row(index)?.id;
      if (id !== undefined && !this.asked.has(id)) {
        ids.push(id);
      }
    }
    if (ids.length === 0) {
      return;
    }
    ids.forEach((id) => this.asked.add(id));
    try {
      (await fetchSnippets(this.run.id, ids)).forEach((snippet) => this.snippets.set(snippet.id, snippet));
      this.tell();
    } catch (problem) {
      if (problem instanceof ProblemError && problem.code !== 'not-found') {
        ids.forEach((id) => this.asked.delete(id));
      }
    }
  }

  private missing(): WantedBlock | undefined {
    return this.blocks.missing(this.wanted.first, this.wanted.last);
  }

  private note(next: WantedBlock): void {
    const far = this.wanted.first - next.start > 1_000;
    this.reading = far ? { from: next.start, to: this.wanted.first } : undefined;
  }

  private forget(): void {
    for (const hit of this.blocks.forgetFarFrom(this.wanted.first)) {
      this.snippets.delete(hit.id);
      this.asked.delete(hit.id);
    }
  }

  private tell(): void {
    this.version++;
    this.listeners.forEach((listener) => listener());
  }
}
