import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { formatDay } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { CoverageTable } from './CoverageTable';
import { monthsOf } from './months';
import { type CoverageDay, coverageQuery } from './requests/coverage';

const STATES = ['on', 'partly', 'off', 'none'] as const;

/** A year, day by day: on, off, partly; and what came and was not kept. */
export function CoveragePanel() {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  const { time_zone: zone } = usePreferences();
  const [now] = useState(() => Number(formatDay(new Date(), zone).slice(0, 4)));
  const [year, setYear] = useState(now);
  const [table, setTable] = useState(false);
  const query = useQuery(coverageQuery(year, zone));
  const days = query.data?.data ?? [];
  const missed = days.filter((day) => day.state === 'off' || day.state === 'partly');
  const lost = days.reduce((sum, day) => sum + day.not_kept, 0);
  const closed = days.reduce((sum, day) => sum + day.no_open_account, 0);
  const state = missed.length > 0 ? t('coverage.missed', { count: missed.length, days: numbers.count(missed.length) })
    : t(days.some((day) => day.state === 'on') ? 'coverage.whole' : 'coverage.no_archive');
  const actions = (
    <div className="manage-actions">
      <Button size="small" aria-label={t('coverage.before')} onClick={() => setYear(year - 1)}>{'‹'}</Button>
      <span className="number" aria-live="polite">{year}</span>
      <Button size="small" aria-label={t('coverage.after')} disabled={year >= now} onClick={() => setYear(year + 1)}>{'›'}</Button>
      <Button size="small" aria-pressed={table} onClick={() => setTable(!table)}>{t(table ? 'coverage.as_calendar' : 'coverage.as_table')}</Button>
    </div>
  );
  return (
    <Panel title={t('coverage.title')} actions={actions}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={8} /> : (
        <>
          <p>{state} {lost > 0 && t('coverage.lost', { count: lost, lost: numbers.count(lost) })} {closed > 0 && t('coverage.closed', { count: closed, mails: numbers.count(closed) })}</p>
          {table ? missed.length > 0 && <CoverageTable days={missed} /> : <Calendar days={days} />}
        </>
      )}
    </Panel>
  );
}

function Calendar({ days }: { days: readonly CoverageDay[] }) {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  const words = (day: CoverageDay) => [day.day, t(`coverage.${day.state}`), ...(day.not_kept > 0 ? [t('coverage.not_kept', { count: day.not_kept, lost: numbers.count(day.not_kept) })] : [])].join(' · ');
  return (
    <>
      <div className="calendar" aria-hidden>
        {monthsOf(days).map(({ month, days: own }) => (
          <div key={month} className="calendar-month">
            <span>{String(month).padStart(2, '0')}</span>
            {own.map((day) => <i key={day.day} className={`day day-${day.state}`} title={words(day)} />)}
          </div>
        ))}
      </div>
      <ul className="legend" aria-hidden>
        {STATES.map((state) => <li key={state}><span className={`legend-sign day-${state}`} />{t(`coverage.${state}`)}</li>)}
      </ul>
    </>
  );
}
