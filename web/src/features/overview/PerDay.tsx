import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Bar } from '@/shared/charts/layout';
import { StackedBars } from '@/shared/charts/StackedBars';
import { useNumbers } from '@/shared/format/numbers';
import { formatDay } from '@/shared/format/time';
import { useNow } from '@/shared/hooks/useNow';
import { usePreferences } from '@/shared/preferences/store';
import { type Bucket, bucketsOf, unitFor } from './buckets';
import { Card } from './Card';
import { gapsOf, isOff } from '@/shared/archive/gaps';
import { DayTable } from './DayTable';
import { ingestQuery } from './ingest';
import { periodsQuery } from '@/shared/archive/periods';
import { readRange, writeRange, type Range } from './range';
import { RangeChoice } from './RangeChoice';

const SOURCES = ['smtp', 'import'] as const;

/** Messages over time by source; the range is in the URL, dragging narrows it. */
export function PerDay() {
  const { t } = useTranslation('overview');
  const numbers = useNumbers();
  const { time_zone: zone } = usePreferences();
  const [params, setParams] = useSearchParams();
  const [table, setTable] = useState(false);
  const now = useNow(60_000);
  const range = readRange(params.get('range'), formatDay(new Date(now), zone));
  const query = useQuery(ingestQuery(range.from, range.to, zone));
  const periods = useQuery(periodsQuery);
  const unit = unitFor(range.from, range.to);
  const gaps = gapsOf(periods.data ?? [], now);

  const choose = (next: Range) => setParams((old) => { old.set('range', writeRange(next)); return old; });
  const actions = (
    <div className="per-day-actions">
      <RangeChoice range={range} onChange={choose} />
      <Button size="small" aria-pressed={table} onClick={() => setTable(!table)}>{t(table ? 'per_day.as_chart' : 'per_day.as_table')}</Button>
    </div>
  );
  return (
    <Card title={t(`per_day.title_${unit}`)} query={query} lines={9} actions={actions}>
      {({ data }) => {
        const buckets = bucketsOf(data, unit);
        const bars = buckets.map((bucket) => barOf(bucket));
        const total = data.reduce((sum, day) => sum + day.archived, 0);
        return table ? <DayTable buckets={buckets} /> : (
          <>
            <StackedBars
              label={t('per_day.summary', { count: total, messages: numbers.count(total), from: range.from, to: range.to })}
              bars={bars}
              format={numbers.count}
              describe={describe}
              onSelect={(first, last) => choose({ from: buckets[first]?.from ?? range.from, to: buckets[last]?.to ?? range.to })}
              onReset={() => choose(readRange(null, range.to))}
            />
            <ul className="legend">
              {SOURCES.map((source, index) => <li key={source}><span className={`legend-sign legend-${index}`} />{t(`source.${source}`)}</li>)}
              {bars.some((bar) => bar.shaded) && <li><span className="legend-sign legend-off" />{t('per_day.off')}</li>}
            </ul>
          </>
        );
      }}
    </Card>
  );

  function barOf(bucket: Bucket): Bar {
    return { label: bucket.from, values: SOURCES.map((source) => bucket.by_source[source] ?? 0), shaded: isOff(bucket.from, bucket.to, gaps, zone) };
  }

  function describe(bar: Bar): string {
    const parts = SOURCES.map((source, index) => `${t(`source.${source}`)} ${numbers.count(bar.values[index] ?? 0)}`);
    return [bar.label, ...parts, ...(bar.shaded === true ? [t('per_day.off')] : [])].join(' · ');
  }
}
