// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draw, WithMe } from '../../../test/words';
import { LogPage } from './LogPage';

beforeEach(() => vi.stubGlobal('fetch', (path: string) => Promise.resolve(Response.json(
  path.endsWith('/me') ? { person: { capabilities: ['log:own'], roles: [] } }
    : path.includes('/log/types') ? { data: [], administrators: [] }
      : { data: [], next_cursor: null, entries: 0, total: { value: 0, relation: 'eq' } },
))));

afterEach(() => vi.unstubAllGlobals());

function Place() {
  const navigate = useNavigate();
  return <><output data-testid="place">{useLocation().search}</output><button type="button" onClick={() => void navigate(-1)}>Back</button></>;
}

const keywords = () => screen.findByLabelText<HTMLInputElement>('Keywords');
const place = (search: string) => waitFor(() => expect(screen.getByTestId('place').textContent).toBe(search));

it('leaves the focus in the field from which the log was asked', async () => {
  await draw(<WithMe><><LogPage /><Place /></></WithMe>);
  const field = await keywords();
  await userEvent.type(field, 'contract{Enter}');
  await place('?kw=contract');
  expect(document.activeElement).toBe(field);
  await userEvent.type(field, ' 18{Enter}');
  await place('?kw=contract+18');
  expect(field.value).toBe('contract 18');
});

it('shows the conditions of the address to which one goes back', async () => {
  await draw(<WithMe><><LogPage /><Place /></></WithMe>);
  await userEvent.type(await keywords(), 'contract{Enter}');
  await place('?kw=contract');
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  await waitFor(async () => expect((await keywords()).value).toBe(''));
});

it('clears what was typed and not asked for yet', async () => {
  await draw(<WithMe><><LogPage /><Place /></></WithMe>);
  await userEvent.type(await keywords(), 'contract');
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect((await keywords()).value).toBe('');
});
