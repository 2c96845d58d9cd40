import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

interface Props<Name extends string> {
  label: string;
  names: readonly Name[];
  titles: Record<Name, string>;
  open: Name;
  onOpen: (name: Name) => void;
  children: ReactNode;
}

/** Tabs of which only the open one is there at all: opening one reads mail, and reading is recorded. */
export function Tabs<Name extends string>({ label, names, titles, open, onOpen, children }: Props<Name>) {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  const pressed = (event: KeyboardEvent) => {
    const at = names.indexOf(open);
    const to = { ArrowRight: (at + 1) % names.length, ArrowLeft: (at + names.length - 1) % names.length, Home: 0, End: names.length - 1 }[event.key];
    const name = to === undefined ? undefined : names[to];
    if (name !== undefined && to !== undefined) {
      event.preventDefault();
      bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
    }
  };
  return (
    <>
      <div ref={bar} role="tablist" aria-label={label} className="tabs" onKeyDown={pressed}>
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === open}
            aria-controls={`${id}-panel`}
            tabIndex={name === open ? 0 : -1}
            onClick={() => onOpen(name)}
          >
            {titles[name]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} className={`part part-${open}`}>{children}</div>
    </>
  );
}
