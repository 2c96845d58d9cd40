import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';

const reasons = ['archiving-off', 'service-ended', 'no-organisation', 'no-open-account', 'monitor-copy', 'not-sent', 'not-received'] as const;

/** Why mails were not archived, and how many. */
export function LeftOut({ reasons: counted, days }: { reasons: Record<string, number>; days: number }) {
  const { t } = useTranslation('rules');
  const numbers = useNumbers();
  const there = reasons.filter((reason) => (counted[reason] ?? 0) > 0);
  return (
    <>
      <h3>{t('left_out.title', { days })}</h3>
      {there.length === 0 ? <p>{t('left_out.none')}</p> : (
        <ul>
          {there.map((reason) => <li key={reason}>{t(`left_out.${reason}`, { count: counted[reason] ?? 0, mails: numbers.count(counted[reason] ?? 0) })}</li>)}
        </ul>
      )}
    </>
  );
}
