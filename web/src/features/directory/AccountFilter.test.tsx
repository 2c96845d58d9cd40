// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router';
import { expect, it } from 'vitest';
import { draw } from '../../../test/words';
import { AccountFilter } from './AccountFilter';
import { useFilter } from './useFilter';

/** The filter as the page has it, the URL that it writes, and what else changes that. */
function Filtered() {
  const { filter, set, setOpen } = useFilter();
  const navigate = useNavigate();
  return (
    <>
      <AccountFilter filter={filter} onChange={set} />
      <output>{useLocation().search}</output>
      <button type="button" onClick={() => set({ department: 'dept_1' })}>Sales</button>
      <button type="button" onClick={() => setOpen('dac_1')}>Ada</button>
      <button type="button" onClick={() => void navigate('/?text=bob')}>Bob</button>
    </>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Name or address' });
const url = (wanted: Record<string, string>) =>
  waitFor(() => expect(Object.fromEntries(new URLSearchParams(screen.getByRole('status').textContent))).toEqual(wanted));

it('keeps the blank between two words when somebody pauses there', async () => {
  await draw(<Filtered />);
  await userEvent.type(field(), 'Ada ');
  await url({ text: 'Ada' });
  expect(field().value).toBe('Ada ');
  await userEvent.type(field(), 'Lind');
  await url({ text: 'Ada Lind' });
  expect(field().value).toBe('Ada Lind');
});

it('does not undo what was chosen while somebody was typing', async () => {
  await draw(<Filtered />);
  await userEvent.type(field(), 'ada');
  await userEvent.click(screen.getByRole('button', { name: 'Sales' }));
  await userEvent.click(screen.getByRole('button', { name: 'Ada' }));
  await url({ department: 'dept_1', account: 'dac_1', text: 'ada' });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Include subdepartments' }));
  await url({ department: 'dept_1', account: 'dac_1', text: 'ada', below: 'no' });
});

it('shows the text of another address of the page', async () => {
  await draw(<Filtered />);
  await userEvent.type(field(), 'ada');
  await url({ text: 'ada' });
  await userEvent.click(screen.getByRole('button', { name: 'Bob' }));
  await waitFor(() => expect(field().value).toBe('bob'));
});
