import { Input } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

const PAUSE = 300;

interface Props {
  /** Also what stands in the field while it is empty. */
  label: string;
  /** What is searched for, without blanks around it. */
  value: string;
  onChange: (text: string) => void;
}

/** A field that narrows a list down; what is typed counts after a short pause, and stays in the field as it was typed. */
export function SearchField({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  const said = useRef(value);
  useEffect(() => {
    // What comes back is what was said from here; anything else, as by "back", is shown.
    if (value !== said.current) {
      said.current = value;
      setText(value);
    }
  }, [value]);
  const say = useEffectEvent((typed: string) => {
    if (typed !== value) {
      said.current = typed;
      onChange(typed);
    }
  });
  useEffect(() => {
    const timer = setTimeout(() => say(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return <Input type="search" allowClear value={text} maxLength={200} aria-label={label} placeholder={label} onChange={(event) => setText(event.target.value)} />;
}
