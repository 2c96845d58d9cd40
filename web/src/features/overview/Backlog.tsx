import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { statusQuery } from '@/shared/api/status';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import { useNow } from '@/shared/hooks/useNow';
import { Time } from '@/shared/ui/Time';
import { Card } from './Card';

/** What is archived and cannot be found yet, and what the listener is doing. */
export function Backlog() {
  const { t } = useTranslation('overview');
  const numbers = useNumbers();
  const duration = useDuration();
  const now = useNow(1_000);
  const query = useQuery({ ...statusQuery, refetchInterval: 10_000 });
  return (
    <Card title={t('backlog.title')} query={query} lines={5}>
      {({ backlog, counts, smtp }) => (
        <dl className="facts">
          <div><dt>{t('backlog.archived')}</dt><dd>{numbers.count(counts.archived)}</dd></div>
          <div><dt>{t('backlog.searchable')}</dt><dd>{numbers.count(counts.indexed)}</dd></div>
          <div><dt>{t('backlog.records')}</dt><dd>{numbers.count(backlog?.records ?? 0)}</dd></div>
          <div><dt>{t('backlog.oldest')}</dt><dd>{backlog?.oldest == null ? t('never') : duration(now - Date.parse(backlog.oldest))}</dd></div>
          <div><dt>{t('backlog.last_received')}</dt><dd>{smtp.last_received == null ? t('never') : <Time at={smtp.last_received.at} style="seconds" />}</dd></div>
        </dl>
      )}
    </Card>
  );
}
