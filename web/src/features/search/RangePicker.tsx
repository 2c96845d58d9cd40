import { Button, DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysOf, NAMED, type Range, rangeToken, type ReadRange } from './range';
import { useRangeWords } from './useRangeWords';

const PRESETS: readonly Range[] = [
  ...NAMED.slice(0, 2).map((name): Range => ({ kind: 'named', name })),
  ...[7, 30, 90].map((days): Range => ({ kind: 'last', days })),
  ...NAMED.slice(2).map((name): Range => ({ kind: 'named', name })),
  { kind: 'all' },
];

interface Props {
  read: ReadRange;
  today: string;
  /** Gets the range as it is typed. */
  onChoose: (token: string) => void;
}

/** Presets, and a first and a last day from the calendar. */
export function RangePicker({ read, today, onChoose }: Props) {
  const { t } = useTranslation('search');
  const words = useRangeWords();
  const days = 'range' in read ? daysOf(read.range, today) : undefined;
  const [from, setFrom] = useState<string | undefined>(days?.from);
  const [to, setTo] = useState<string | undefined>(days?.to);
  const backwards = from !== undefined && to !== undefined && from > to;
  return (
    <div className="range-picker">
      <ul aria-label={t('range.presets')}>
        {PRESETS.map((preset) => (
          <li key={rangeToken(preset)}>
            <Button type="text" size="small" block onClick={() => onChoose(words(preset))}>{words(preset)}</Button>
          </li>
        ))}
      </ul>
      <div className="range-days">
        <label htmlFor="range-from">{t('range.from')}</label>
        <DatePicker id="range-from" value={dayOf(from)} allowClear={false} onChange={(day) => setFrom(textOf(day))} />
        <label htmlFor="range-to">{t('range.to')}</label>
        <DatePicker id="range-to" value={dayOf(to)} allowClear={false} onChange={(day) => setTo(textOf(day))} />
        {backwards && <div role="alert" className="field-fault">{t('range.fault_reversed')}</div>}
        <Button type="primary" disabled={from === undefined || to === undefined || backwards} onClick={() => onChoose(`${from ?? ''}..${to ?? ''}`)}>
          {t('range.use')}
        </Button>
      </div>
    </div>
  );
}

function dayOf(text: string | undefined): Dayjs | null {
  return text === undefined ? null : dayjs(text);
}

function textOf(day: Dayjs | null): string | undefined {
  return day?.format('YYYY-MM-DD');
}
