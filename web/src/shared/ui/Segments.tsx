import { useId } from 'react';
import './parts.css';

interface Props<Value extends string> {
  label: string;
  values: readonly Value[];
  titles: Record<Value, string>;
  value: Value;
  onChange: (value: Value) => void;
}

/** A choice of one among a few words that stand side by side. */
export function Segments<Value extends string>({ label, values, titles, value, onChange }: Props<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="segments">
      {values.map((one) => (
        <label key={one} className={one === value ? 'segment segment-on' : 'segment'}>
          <input type="radio" name={name} className="visually-hidden" checked={one === value} onChange={() => onChange(one)} />
          {titles[one]}
        </label>
      ))}
    </div>
  );
}
