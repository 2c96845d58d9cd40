import { describe, expect, it } from 'vitest';
import { Blocks, type WantedBlock } from './blocks';

/** A list of numbers that can only be read forward, as the server gives it. */
function page(total: number, { start, cursor, limit }: WantedBlock): { rows: number[]; next: string | null } {
  expect(cursor === null ? 0 : Number(cursor)).toBe(start);
  const rows = Array.from({ length: Math.min(limit, total - start) }, (_, offset) => start + offset);
  return { rows, next: start + rows.length < total ? String(start + rows.length) : null };
}

function readTo(blocks: Blocks<number>, total: number, first: number, last: number): number {
  let pages = 0;
  for (let wanted = blocks.missing(first, last); wanted !== undefined; wanted = blocks.missing(first, last)) {
    const { rows, next } = page(total, wanted);
    blocks.add(wanted.start, rows, next);
    blocks.forgetFarFrom(first);
    pages++;
  }
  return pages;
}

describe('Blocks', () => {
  it('fetches the first page, and nothing twice', () => {
    const blocks = new Blocks<number>();
    expect(blocks.missing(0, 20)).toEqual({ start: 0, cursor: null, limit: 100 });
    expect(readTo(blocks, 1_000, 0, 20)).toBe(1);
    expect(blocks.missing(0, 100)).toBeUndefined();
    expect(blocks.row(99)).toBe(99);
    expect(blocks.row(100)).toBeUndefined();
  });

  it('continues where a page of another size ended', () => {
    const blocks = new Blocks<number>();
    blocks.add(0, [0, 1, 2], 'behind 2');
    expect(blocks.missing(0, 5)).toEqual({ start: 3, cursor: 'behind 2', limit: 100 });
  });

  it('asks for nothing behind the end', () => {
    const blocks = new Blocks<number>();
    expect(readTo(blocks, 42, 30, 60)).toBe(1);
    expect(blocks.row(41)).toBe(41);
    const none = new Blocks<number>();
    none.add(0, [], null);
    expect(none.missing(0, 10)).toBeUndefined();
  });

  it('reads far in large pages', () => {
    const blocks = new Blocks<number>();
    expect(readTo(blocks, 1_000_000, 20_000, 20_030)).toBe(41);
    expect(blocks.row(20_010)).toBe(20_010);
  });

  it('keeps a bounded number of rows of a million, and finds every row again', () => {
    const blocks = new Blocks<number>();
    readTo(blocks, 1_000_000, 999_980, 1_000_000);
    expect(blocks.row(999_999)).toBe(999_999);
    expect(blocks.row(0)).toBeUndefined();
    expect([...blocks.atHand()].length).toBeLessThanOrEqual(10_000);
    for (const index of [0, 123, 77_777, 500_000, 999_000]) {
      expect(readTo(blocks, 1_000_000, index, index + 30)).toBeLessThanOrEqual(2);
      expect(blocks.row(index + 29)).toBe(index + 29);
    }
    expect([...blocks.atHand()].length).toBeLessThanOrEqual(10_000);
  });
});
