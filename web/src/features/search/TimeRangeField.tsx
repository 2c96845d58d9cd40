import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Space } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { isComposing } from './composing';
import { Field } from './Field';
import { dayCount, daysOf, type ReadRange, readRange } from './range';

const RangePicker = lazy(async () => ({ default: (await import('./RangePicker')).RangePicker }));

interface Props {
  text: string;
  /** The day it is now in the zone of the search. */
  today: string;
  onChange: (text: string) => void;
}

/** The one condition that is required: typed, or chosen from presets and calendar. Says below which days it means. */
export function TimeRangeField({ text, today, onChange }: Props) {
  const { t } = useTranslation('search');
  const [open, setOpen] = useState(false);
  const read = readRange(text);
  const fault = 'fault' in read ? t(`range.fault_${read.fault}`) : undefined;
  const choose = (chosen: string) => {
    onChange(chosen);
    setOpen(false);
  };
  return (
    <Field id="time-range" label={t('form.time_range')} required fault={fault} hint={<Bounds read={read} today={today} />} beside className="field-time">
      <Space.Compact block>
        <Input
          id="time-range"
          value={text}
          required
          autoComplete="off"
          spellCheck={false}
          placeholder={t('range.placeholder')}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? 'time-range-hint' : 'time-range-fault'}
          {...(fault !== undefined && { status: 'error' as const })}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && isComposing(event.nativeEvent) && event.preventDefault()}
        />
        <Popover
          trigger="click"
          placement="bottomLeft"
          open={open}
          onOpenChange={setOpen}
          destroyOnHidden
          content={<Suspense><RangePicker read={read} today={today} onChoose={choose} /></Suspense>}
        >
          <Button icon={<CalendarOutlined aria-hidden />} aria-label={t('range.choose')} aria-expanded={open} />
        </Popover>
      </Space.Compact>
    </Field>
  );
}

function Bounds({ read, today }: { read: ReadRange; today: string }) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  const days = 'range' in read ? daysOf(read.range, today) : undefined;
  if (days === undefined) {
    return t('range.all_bounds');
  }
  const count = dayCount(days.from, days.to);
  return t('range.bounds', { from: days.from, to: days.to, count, days: numbers.count(count) });
}
