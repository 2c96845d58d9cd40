// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { draw } from '../../../test/words';
import { layout, ticksFor } from './layout';
import { StackedBars } from './StackedBars';

const bars = [
  { label: '2026-11-01', values: [10, 5] },
  { label: '2026-11-02', values: [0, 0], shaded: true },
  { label: '2026-11-03', values: [20, 0] },
];

it('reads its bars out to the arrow keys', async () => {
  await draw(<StackedBars label="Messages per day" bars={bars} format={String} describe={(bar) => `${bar.label}: ${bar.values.join(' and ')}`} />);
  await userEvent.tab();
  expect(screen.getByRole('img', { name: 'Messages per day' })).toBe(document.activeElement);
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByText('2026-11-01: 10 and 5')).toBeTruthy();
  await userEvent.keyboard('{End}');
  expect(screen.getByText('2026-11-03: 20 and 0')).toBeTruthy();
});

it('has round numbers at its axis, from 0 to at least the highest', () => {
  expect(ticksFor(0)).toEqual([0, 1]);
  expect(ticksFor(20)).toEqual([0, 10, 20]);
  expect(ticksFor(7341)).toEqual([0, 5000, 10000]);
});

it('keeps the highest bar inside', () => {
  const plan = layout(bars, 400, 170);
  expect(plan.y(20)).toBeGreaterThanOrEqual(plan.top);
  expect(plan.x(2) + plan.step).toBeLessThanOrEqual(plan.right + 0.001);
});
