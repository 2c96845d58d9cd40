import { CheckOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Flyout } from './Flyout';

export type MenuEntry =
  | { kind: 'item'; key: string; label: ReactNode; onSelect: () => void }
  | { kind: 'choice'; key: string; label: ReactNode; checked: boolean; onSelect: () => void }
  | { kind: 'link'; key: string; label: ReactNode; href: string }
  | { kind: 'page'; key: string; label: ReactNode; to: string }
  | { kind: 'heading'; key: string; label: ReactNode }
  | { kind: 'line'; key: string };

interface Props {
  label: string;
  button: ReactNode;
  entries: readonly MenuEntry[];
  className?: string;
}

/** A button with a menu: arrow keys move, Enter chooses, Escape closes. */
export function MenuButton({ label, button, entries, className }: Props) {
  return (
    <Flyout label={label} button={button} opens="menu" {...(className === undefined ? {} : { className })}>
      {(close) => <Menu label={label} entries={entries} close={close} />}
    </Flyout>
  );
}

const STEPS: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function Menu({ label, entries, close }: { label: string; entries: readonly MenuEntry[]; close: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  useEffect(() => list.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus(), []);

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Tab') {
      close();
    } else if (step !== undefined) {
      event.preventDefault();
      const all = items();
      const at = all.findIndex((item) => item === document.activeElement) + step;
      all[Number.isFinite(at) ? (at + all.length) % all.length : at < 0 ? 0 : all.length - 1]?.focus();
    }
  };
  return (
    <ul ref={list} role="menu" aria-label={label} className="menu-list" onKeyDown={move}>
      {entries.map((entry) => <Entry key={entry.key} entry={entry} close={close} />)}
    </ul>
  );
}

function Entry({ entry, close }: { entry: MenuEntry; close: () => void }) {
  switch (entry.kind) {
    case 'line':
      return <li role="separator" />;
    case 'heading':
      return <li role="presentation" className="menu-heading">{entry.label}</li>;
    case 'link':
      return <li role="presentation"><a role="menuitem" tabIndex={-1} href={entry.href}><span className="menu-check" />{entry.label}</a></li>;
    case 'page':
      return <li role="presentation"><Link role="menuitem" tabIndex={-1} to={entry.to} onClick={close}><span className="menu-check" />{entry.label}</Link></li>;
    default: {
      const checked = entry.kind === 'choice' && entry.checked;
      const role = entry.kind === 'choice' ? { role: 'menuitemcheckbox', 'aria-checked': checked } : { role: 'menuitem' };
      return (
        <li role="presentation">
          <button type="button" {...role} tabIndex={-1} onClick={() => { close(); entry.onSelect(); }}>
            <span className="menu-check">{checked && <CheckOutlined aria-hidden />}</span>
            {entry.label}
          </button>
        </li>
      );
    }
  }
}
