import { useEffect, useRef } from 'react';
import { preferences } from '@/shared/preferences/store';

/** A shortcut: `keys` as one types them (`?`, `g s`, `Escape`), `label` for the help sheet. */
export interface Shortcut {
  keys: string;
  label: string;
  run: (event: KeyboardEvent) => void;
}

/** A second key has to follow within this time. */
const TOGETHER_MS = 1_000;

const groups: { title: string; shortcuts: readonly Shortcut[] }[] = [];
let begun = '';
let begunAt = 0;

/** What can be typed now, for the help sheet; the innermost group last. */
export function currentShortcuts(): readonly { title: string; shortcuts: readonly Shortcut[] }[] {
  return groups;
}

/** Makes shortcuts work while the component is on the screen. Those of a part win over those of the page, and these over what works everywhere. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], everywhere = false): void {
  const group = useRef({ title, shortcuts });
  useEffect(() => {
    group.current.title = title;
    group.current.shortcuts = shortcuts;
  });
  useEffect(() => {
    const own = group.current;
    if (everywhere) {
      // The shell is drawn after the page in it.
      groups.unshift(own);
    } else {
      groups.push(own);
    }
    return () => {
      groups.splice(groups.indexOf(own), 1);
    };
  }, [everywhere]);
}

/** Listens on the whole page; called once by the app. */
export function useKeyboard(): void {
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
    return;
  }
  if (isSingle(event.key) && !preferences.current().single_keys) {
    return;
  }
  const together = event.timeStamp - begunAt < TOGETHER_MS && begun !== '' ? `${begun} ${event.key}` : event.key;
  const wanted = find(together) ?? find(event.key);
  begun = '';
  if (wanted !== undefined) {
    event.preventDefault();
    wanted.run(event);
  } else if (isPrefix(event.key)) {
    begun = event.key;
    begunAt = event.timeStamp;
  }
}

function find(keys: string): Shortcut | undefined {
  for (let i = groups.length - 1; i >= 0; i--) {
    const found = groups[i]?.shortcuts.find((shortcut) => shortcut.keys === keys);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function isPrefix(key: string): boolean {
  return groups.some((group) => group.shortcuts.some((shortcut) => shortcut.keys.startsWith(`${key} `)));
}

function isSingle(key: string): boolean {
  return key.length === 1;
}

/** In a field letters are text; inside a dialog the page behind it does not listen. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const field = target?.closest('input, textarea, select, [contenteditable="true"]');
  const tick = field instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(field.type);
  return (field !== null && field !== undefined && !tick) || target?.closest('[role="dialog"]') != null;
}
