import { describe, expect, it } from 'vitest';
import { isSelected, NOTHING, ranged, selectedCount, toggled, withAll } from './selection';

const idAt = (index: number) => (index < 100 ? `msg_a-${index}` : undefined);

describe('selection', () => {
  it('takes a message in and out again', () => {
    const one = toggled(NOTHING, 'msg_a-1', 1);
    expect(isSelected(one, 'msg_a-1')).toBe(true);
    expect(selectedCount(toggled(one, 'msg_a-1', 1), 9)).toBe(0);
  });

  it('takes a range in either direction, and keeps what was selected', () => {
    const start = toggled(toggled(NOTHING, 'msg_a-50', 50), 'msg_a-10', 10);
    expect(selectedCount(ranged(start, 14, idAt), 100)).toBe(6);
    expect(selectedCount(ranged(start, 8, idAt), 100)).toBe(4);
  });

  it('begins every further range where the first began', () => {
    const range = ranged(ranged(toggled(NOTHING, 'msg_a-10', 10), 12, idAt), 8, idAt);
    expect(selectedCount(range, 100)).toBe(5);
  });

  it('leaves out rows that are not at hand', () =>
    expect(selectedCount(ranged(toggled(NOTHING, 'msg_a-98', 98), 105, idAt), 200)).toBe(2));

  it('is the run itself, not a list of ids', () => {
    const run = { kind: 'run' } as const;
    expect(selectedCount(run, 1_000_000)).toBe(1_000_000);
    expect(isSelected(run, 'msg_a-never-seen')).toBe(true);
    expect(toggled(run, 'msg_a-1', 1)).toBe(run);
    expect(withAll(run, ['msg_a-1'])).toBe(run);
  });
});
