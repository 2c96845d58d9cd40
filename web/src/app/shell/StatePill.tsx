import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { archiveQuery } from '@/shared/api/archive';
import type { ArchiveSummary } from '@/shared/api/schema';
import { formatTime } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { useMay } from '@/shared/session/me';

/** Whether mail is being archived: the one fact nobody who may know may be wrong about. In words, shape and colour. */
export function StatePill() {
  return useMay('archive:read') ? <Pill /> : null;
}

function Pill() {
  const { t } = useTranslation('app');
  const { time_zone: zone } = usePreferences();
  const { data } = useQuery({ ...archiveQuery, refetchInterval: 60_000 });
  if (data === undefined) {
    return <span className="pill pill-unknown" role="status">{t('bar.unknown')}</span>;
  }
  const since = sinceWhen(data);
  const at = since === null ? '' : formatTime(since, zone);
  const when = data.enabled ? t('bar.on_since', { at }) : since === null ? t('bar.off_never') : t('bar.off_since', { at });
  const state = data.status === 'trouble' && data.reason == null ? 'problems' : data.status;
  return (
    <span className={`pill pill-${data.status}`} role="status" title={data.reason ?? undefined}>
      <span className="pill-dot" aria-hidden />
      <strong>{t(`bar.${state}`)}</strong> <span className="pill-since">{when}</span>
    </span>
  );
}

function sinceWhen(archive: ArchiveSummary): string | null {
  return archive.enabled ? archive.last_turned_on : archive.last_closed;
}
