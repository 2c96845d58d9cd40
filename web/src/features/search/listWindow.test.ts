import { describe, expect, it } from 'vitest';
import { drawnHeight, fullHeight, type ListWindow, LONGEST_PX, resized, revealed, scrolled, settled, visibleRows } from './listWindow';

const short: ListWindow = { rows: 100, rowHeight: 50, height: 500, top: 0, scrollTop: 0 };
const million: ListWindow = { ...short, rows: 1_000_000, rowHeight: 52 };
const end = (list: ListWindow) => drawnHeight(list) - list.height;

describe('a short list', () => {
  it('scrolls as it is', () => {
    expect(scrolled(short, 1_234)).toMatchObject({ top: 1_234, scrollTop: 1_234 });
    expect(settled(scrolled(short, 1_234)).scrollTop).toBe(1_234);
  });

  it('draws the visible rows and some beyond', () =>
    expect(visibleRows(scrolled(short, 1_000))).toEqual({ first: 14, last: 37 }));

  it('draws no row that is not there', () => {
    expect(visibleRows({ ...short, rows: 3 })).toEqual({ first: 0, last: 3 });
    expect(visibleRows({ ...short, rows: 0 })).toEqual({ first: 0, last: 0 });
  });
});

describe('a list of a million rows', () => {
  it('is never drawn higher than a browser can', () => {
    expect(fullHeight(million)).toBe(52_000_000);
    expect(drawnHeight(million)).toBe(LONGEST_PX);
  });

  it('shows the first row at the top and the last at the bottom of the bar', () => {
    expect(visibleRows(scrolled(million, 0)).first).toBe(0);
    expect(visibleRows(scrolled(million, end(million))).last).toBe(1_000_000);
  });

  it('moves by a wheel exactly as far as the wheel says, and rests there', () => {
    const far = settled(scrolled(million, 4_000_000));
    const moved = scrolled(far, far.scrollTop + 120);
    expect(moved.top - far.top).toBe(120);
    expect(settled(moved).top).toBe(moved.top);
    expect(Math.abs(settled(moved).scrollTop - far.scrollTop)).toBeLessThan(120);
  });

  it('reaches both ends by small steps', () => {
    let list = settled(scrolled(million, end(million) - 5_000));
    for (let step = 0; step < 1_000 && visibleRows(list).last < list.rows; step++) {
      list = settled(scrolled(list, Math.min(list.scrollTop + 300, end(list))));
    }
    expect(visibleRows(list).last).toBe(1_000_000);
    list = settled(scrolled(million, 3_000));
    for (let step = 0; step < 1_000 && list.top > 0; step++) {
      list = settled(scrolled(list, Math.max(list.scrollTop - 300, 0)));
    }
    expect(list.top).toBe(0);
  });

  it('draws the same number of rows everywhere', () => {
    const counts = [1_000, 2_000_000, 7_000_000].map((at) => {
      const { first, last } = visibleRows(scrolled(million, at));
      return last - first;
    });
    expect(new Set(counts).size).toBe(1);
  });
});

describe('moving to a row', () => {
  it('moves nothing when the row is seen', () => expect(revealed(short, 5)).toBe(short));

  it('moves as little as needed', () => {
    expect(revealed(short, 10).top).toBe(50);
    expect(revealed({ ...short, top: 1_000, scrollTop: 1_000 }, 3).top).toBe(150);
    expect(revealed(million, 999_999).top).toBe(52_000_000 - 500);
  });

  it('keeps the first row when rows become smaller', () => {
    const list = scrolled(short, 1_000);
    expect(resized(list, { rows: 100, rowHeight: 32, height: 500 }).top).toBe(640);
  });
});
