import { expect, it } from 'vitest';
import type { Department } from './requests/departments';
import { linesOf, stepFor, type Step } from './tree';

function department(id: string, departments = 0): Department {
  return { id, name: id, parent: null, path: [id], departments, accounts: 0, accounts_within: 0, closed: null };
}

const levels = new Map([
  ['top', [department('sales', 2), department('legal')]],
  ['sales', [department('north', 1), department('south')]],
]);

const names = (expanded: string[]) => linesOf(levels, new Set(expanded)).map(({ department: { id }, level, place, beside }) => `${'-'.repeat(level)}${id} ${place}/${beside}`);

it('draws what is expanded and known, each line with its level and place', () => {
  expect(names([])).toEqual(['-sales 1/2', '-legal 2/2']);
  expect(names(['sales'])).toEqual(['-sales 1/2', '--north 1/2', '--south 2/2', '-legal 2/2']);
});

it('shows nothing below a department whose level is still being fetched', () => {
  expect(names(['sales', 'north'])).toEqual(names(['sales']));
});

it('does not expand what has nothing below', () => {
  expect(linesOf(levels, new Set(['legal'])).find(({ department: { id } }) => id === 'legal')?.expanded).toBe(false);
});

it('walks with the arrow keys as trees do', () => {
  const closed = linesOf(levels, new Set<string>());
  const open = linesOf(levels, new Set(['sales']));
  const steps: [Step | undefined, Step | undefined][] = [
    [stepFor('ArrowRight', closed, 0), { expand: 'sales' }],
    [stepFor('ArrowRight', open, 0), { to: 'north' }],
    [stepFor('ArrowLeft', open, 2), { to: 'sales' }],
    [stepFor('ArrowLeft', open, 0), { close: 'sales' }],
    [stepFor('ArrowRight', open, 3), undefined],
    [stepFor('ArrowDown', open, 3), undefined],
    [stepFor('ArrowUp', open, 0), undefined],
    [stepFor('End', open, 0), { to: 'legal' }],
    [stepFor('Home', open, 3), { to: 'sales' }],
    [stepFor('x', open, 0), undefined],
  ];
  steps.forEach(([found, wanted]) => expect(found).toEqual(wanted));
});
