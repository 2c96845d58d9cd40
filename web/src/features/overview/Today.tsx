import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { formatDay } from '@/shared/format/time';
import { useNow } from '@/shared/hooks/useNow';
import { usePreferences } from '@/shared/preferences/store';
import { Card } from './Card';
import { ingestQuery } from './ingest';

const OUTCOMES = ['archived', 'merged', 'excluded', 'failed'] as const;

/** What reached us today and what became of it; the parts add up to the whole. */
export function Today() {
  const { t } = useTranslation('overview');
  const numbers = useNumbers();
  const { time_zone: zone } = usePreferences();
  const today = formatDay(new Date(useNow(10_000)), zone);
  const query = useQuery({ ...ingestQuery(today, today, zone, true), refetchInterval: 10_000 });
  return (
    <Card title={t('today.title')} query={query} lines={5}>
      {({ data }) => {
        const day = data.at(-1);
        const values = OUTCOMES.map((name) => ({ name, value: day?.[name] ?? 0 }));
        return (
          <dl className="facts">
            {values.map(({ name, value }) => (
              <div key={name} className={name === 'failed' && value > 0 ? 'bad' : undefined}><dt>{t(`outcome.${name}`)}</dt><dd>{numbers.count(value)}</dd></div>
            ))}
            <div className="sum"><dt>{t('today.sum')}</dt><dd>{numbers.count(values.reduce((sum, { value }) => sum + value, 0))}</dd></div>
          </dl>
        );
      }}
    </Card>
  );
}
