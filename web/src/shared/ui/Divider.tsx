import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './parts.css';

const STEP = 2;

interface Props {
  label: string;
  /** `column` divides left from right, `row` above from below. */
  between: 'column' | 'row';
  /** The share of the second part, in percent. */
  share: number;
  least: number;
  most: number;
  onChange: (share: number) => void;
}

/** The line between two parts of a page, moved with the pointer or the arrow keys. */
export function Divider({ label, between, share, least, most, onChange }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const set = (next: number) => onChange(Math.round(Math.max(least, Math.min(most, next)) * 10) / 10);
  const drag = (event: PointerEvent) => {
    const whole = line.current?.parentElement?.getBoundingClientRect();
    if (whole === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) {
      return;
    }
    set(100 * (between === 'column' ? (whole.right - event.clientX) / whole.width : (whole.bottom - event.clientY) / whole.height));
  };
  const pressed = (event: KeyboardEvent) => {
    const [more, less] = between === 'column' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = event.key === more ? STEP : event.key === less ? -STEP : 0;
    if (step !== 0) {
      event.preventDefault();
      set(share + step);
    }
  };
  return (
    <div
      ref={line}
      className={`divider divider-${between}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={between === 'column' ? 'vertical' : 'horizontal'}
      aria-valuenow={share}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={pressed}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
