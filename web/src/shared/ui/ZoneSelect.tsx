import { Select } from 'antd';
import { useMemo } from 'react';
import { offset } from '@/shared/format/time';

interface Props {
  value?: string;
  onChange?: (zone: string) => void;
  id?: string;
  label?: string;
  autoFocus?: boolean;
}

/** One of the time zones the browser knows, found by typing a part of its name. */
export function ZoneSelect({ value, onChange, id, label, autoFocus = false }: Props) {
  const options = useMemo(() => {
    const now = new Date();
    const names = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
    return names.map((name) => ({ value: name, label: `${name} ${offset(now, name)}` }));
  }, []);
  return (
    <Select
      className="zone-select"
      showSearch
      autoFocus={autoFocus}
      options={options}
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onChange === undefined ? {} : { onChange: (zone: string) => onChange(zone) })}
    />
  );
}
