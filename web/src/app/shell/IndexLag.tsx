import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { statusQuery } from '@/shared/api/status';
import { useNow } from '@/shared/hooks/useNow';
import { useMay } from '@/shared/session/me';

/** How far searches are behind what is archived. */
export function IndexLag() {
  const { t } = useTranslation('app');
  const may = useMay('system:read');
  const { data } = useQuery({ ...statusQuery, enabled: may });
  const now = useNow(1_000);
  if (data?.backlog === undefined) {
    return null;
  }
  const { records, oldest } = data.backlog;
  return <span className="bar-fact">{records === 0 || oldest === null ? t('bar.index_current') : lag(now - Date.parse(oldest))}</span>;

  function lag(ms: number): string {
    const seconds = Math.max(1, Math.round(ms / 1_000));
    if (seconds < 120) {
      return t('bar.index_seconds', { count: seconds });
    }
    const minutes = Math.round(seconds / 60);
    return minutes < 120 ? t('bar.index_minutes', { count: minutes }) : t('bar.index_hours', { count: Math.round(minutes / 60) });
  }
}
