import { useTranslation } from 'react-i18next';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import type { CoverageDay } from './requests/coverage';

/** The days on which archiving was off, for a while or all day. */
export function CoverageTable({ days }: { days: readonly CoverageDay[] }) {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  const duration = useDuration();
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={t('coverage.title')}>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('coverage.day')}</th><th scope="col">{t('coverage.state')}</th><th scope="col">{t('coverage.off_for')}</th><th scope="col" className="right">{t('coverage.lost_head')}</th></tr></thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day}><td>{day.day}</td><td>{t(`coverage.${day.state}`)}</td><td>{duration(day.off_seconds * 1_000)}</td><td className="right">{numbers.count(day.not_kept)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
