import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDuration } from '@/shared/format/duration';
import { useNow } from '@/shared/hooks/useNow';
import { Time } from '@/shared/ui/Time';
import { Card } from './Card';
import { gapsOf, yearsOf } from '@/shared/archive/gaps';
import { type Period, periodsQuery } from '@/shared/archive/periods';

/** When archiving was on: the absence of a mail means something only then. */
export function Coverage() {
  const { t } = useTranslation('overview');
  const query = useQuery(periodsQuery);
  return (
    <Card title={t('coverage.title')} query={query} lines={3}>
      {(periods) => (periods.length === 0 ? <p>{t('coverage.none')}</p> : <Years periods={periods} />)}
    </Card>
  );
}

function Years({ periods }: { periods: readonly Period[] }) {
  const { t } = useTranslation('overview');
  const duration = useDuration();
  const now = useNow(60_000);
  const gaps = gapsOf(periods, now);
  const off = gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  return (
    <>
      <p className="coverage-words">{gaps.length === 0 ? t('coverage.always') : t('coverage.gaps', { count: gaps.length, duration: duration(off) })}</p>
      <div className="coverage" aria-hidden>
        {yearsOf(periods, now).map(({ year, stretches }) => (
          <div key={year} className="coverage-year">
            <span>{year}</span>
            <div>{stretches.map(({ state, from, to }) => <i key={from} className={`coverage-${state}`} style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }} />)}</div>
          </div>
        ))}
      </div>
      <ul className="legend" aria-hidden>
        <li><span className="legend-sign coverage-on" />{t('coverage.on')}</li>
        <li><span className="legend-sign coverage-off" />{t('coverage.off')}</li>
      </ul>
      <details className="coverage-table">
        <summary>{t('coverage.table')}</summary>
        <PeriodTable periods={periods} />
      </details>
    </>
  );
}

function PeriodTable({ periods }: { periods: readonly Period[] }) {
  const { t } = useTranslation('overview');
  const columns = ['started', 'by', 'reason', 'ended', 'by', 'reason'] as const;
  return (
    <div className="table-box">
      <table className="plain-table">
        <thead><tr>{columns.map((name, index) => <th key={index} scope="col">{t(`coverage.${name}`)}</th>)}</tr></thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.started}>
              <td><Time at={period.started} /></td><td>{period.started_by}</td><td>{period.started_reason}</td>
              <td>{period.ended === null ? t('coverage.still') : <Time at={period.ended} />}</td><td>{period.ended_by}</td><td>{period.ended_reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
