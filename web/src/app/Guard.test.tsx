// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draw, WithMe } from '../../test/words';
import { Guard } from './Guard';

beforeEach(() => vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ person: { capabilities: [], roles: [] } }))));
afterEach(() => vi.unstubAllGlobals());

it('sends nobody to the postmaster for what no postmaster grants', async () => {
  await draw(<WithMe><Guard may="organisations:write" role="operator" /></WithMe>);
  expect((await screen.findByText(/“Operator”/)).textContent).toBe('This page needs the role “Operator”. Only who has it can grant it.');
});

it('names the postmaster for everything else', async () => {
  await draw(<WithMe><Guard may="search:run" role="archive_administrator" /></WithMe>);
  expect(await screen.findByText('This page needs the role “Archive administrator”. Your postmaster can grant it.')).toBeTruthy();
});
