import { useTranslation } from 'react-i18next';
import type { Period } from '@/shared/archive/periods';
import { Time } from '@/shared/ui/Time';

/** When archiving was on, who turned it on and off, and why. */
export function PeriodTable({ periods }: { periods: readonly Period[] }) {
  const { t } = useTranslation('manage');
  const columns = [t('periods.started'), t('periods.by'), t('reason.label'), t('periods.ended'), t('periods.by'), t('reason.label')];
  return (
    <div className="wide-box">
      <table className="plain-table">
        <thead><tr>{columns.map((name, index) => <th key={index} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.started}>
              <td><Time at={period.started} /></td><td>{period.started_by}</td><td>{period.started_reason}</td>
              <td>{period.ended === null ? t('periods.still') : <Time at={period.ended} />}</td><td>{period.ended_by}</td><td>{period.ended_reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
