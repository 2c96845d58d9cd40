import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import './flyout.css';

interface Props {
  /** The button's name for those who cannot see it. */
  label: string;
  button: ReactNode;
  /** What kind of thing opens. */
  opens: 'menu' | 'dialog';
  className?: string;
  children: (close: () => void) => ReactNode;
}

/** A button that opens something small below it. Escape closes it and gives the focus back; so does pointing elsewhere. */
export function Flyout({ label, button, opens, className, children }: Props) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) {
      return;
    }
    const outside = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      // The list of a select lies elsewhere in the document and still belongs to it.
      if (box.current?.contains(target) !== true && target?.closest('.ant-select-dropdown') == null) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    <div
      ref={box}
      className="flyout"
      onKeyDown={(event) => {
        if (open && event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          close();
        }
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={label}
        title={label}
        aria-haspopup={opens}
        aria-expanded={open}
        {...(className === undefined ? {} : { className })}
        onClick={() => setOpen(!open)}
      >
        {button}
      </Button>
      {open && <div className="flyout-paper" {...(opens === 'dialog' ? { role: 'dialog', 'aria-label': label } : {})}>{children(close)}</div>}
    </div>
  );
}
