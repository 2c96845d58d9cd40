// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { preferences } from '@/shared/preferences/store';
import { useKeyboard, useShortcuts } from './keys';

let done: string[] = [];

function Page() {
  useKeyboard();
  useShortcuts('Everywhere', [
    { keys: '?', label: 'Help', run: () => done.push('help') },
    { keys: 'g s', label: 'Search', run: () => done.push('search') },
    { keys: 's', label: 'Save', run: () => done.push('save') },
  ]);
  return <><input aria-label="query" /><div role="dialog"><button type="button">inside</button></div></>;
}

beforeEach(() => {
  done = [];
  render(<Page />);
});

afterEach(() => preferences.apply({ single_keys: null }));

it('runs what was typed, also two keys after each other', () => {
  fireEvent.keyDown(document.body, { key: '?' });
  fireEvent.keyDown(document.body, { key: 'g' });
  fireEvent.keyDown(document.body, { key: 's' });
  fireEvent.keyDown(document.body, { key: 's' });
  expect(done).toEqual(['help', 'search', 'save']);
});

it('leaves letters in a field and in a dialog alone', () => {
  fireEvent.keyDown(screen.getByLabelText('query'), { key: '?' });
  fireEvent.keyDown(screen.getByText('inside'), { key: 's' });
  expect(done).toEqual([]);
});

it('does nothing while an input method composes, or with a modifier', () => {
  fireEvent.keyDown(document.body, { key: 's', isComposing: true });
  fireEvent.keyDown(document.body, { key: 's', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 's', metaKey: true });
  expect(done).toEqual([]);
});

it('does nothing when single keys are turned off', () => {
  preferences.apply({ single_keys: false });
  fireEvent.keyDown(document.body, { key: 's' });
  expect(done).toEqual([]);
});

it('does what the page wants with a key that also works everywhere', () => {
  function Part() {
    useShortcuts('Part', [{ keys: 's', label: 'Select', run: () => done.push('select') }]);
    return null;
  }
  function Shell() {
    useShortcuts('Everywhere', [{ keys: 's', label: 'Search', run: () => done.push('everywhere') }], true);
    return <Part />;
  }
  render(<Shell />);
  fireEvent.keyDown(document.body, { key: 's' });
  expect(done).toEqual(['select']);
});
