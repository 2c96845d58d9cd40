import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '@/shared/format/csv';
import { useNumbers } from '@/shared/format/numbers';
import type { Bucket } from './buckets';

/** The chart as numbers, newest first, also to take along. */
export function DayTable({ buckets }: { buckets: readonly Bucket[] }) {
  const { t } = useTranslation('overview');
  const numbers = useNumbers();
  const head = [t('per_day.day'), t('source.smtp'), t('source.import'), t('outcome.archived'), t('outcome.merged'), t('outcome.excluded'), t('outcome.failed')];
  const rows = [...buckets].reverse().map((bucket) => ({
    day: bucket.from === bucket.to ? bucket.from : `${bucket.from} … ${bucket.to}`,
    values: [bucket.by_source.smtp ?? 0, bucket.by_source.import ?? 0, bucket.archived, bucket.merged, bucket.excluded, bucket.failed],
  }));
  return (
    <>
      <div className="table-box" tabIndex={0} role="region" aria-label={t('per_day.table')}>
        <table className="plain-table">
          <thead><tr>{head.map((name, index) => <th key={name} scope="col" className={index === 0 ? undefined : 'right'}>{name}</th>)}</tr></thead>
          <tbody>
            {rows.map(({ day, values }) => (
              <tr key={day}><td>{day}</td>{values.map((value, index) => <td key={index} className="right">{numbers.count(value)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" className="csv" onClick={() => saveCsv('messages-per-day.csv', [head, ...rows.map(({ day, values }) => [day, ...values])])}>{t('per_day.csv')}</Button>
    </>
  );
}
