import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { Note } from '@/shared/ui/Note';

/** That the service ends soon, or has ended: then nothing is archived, however the switch stands. */
export function ServiceNote({ service }: { service: Schemas['ServiceTerm'] }) {
  const { t } = useTranslation('shared');
  const { state, last_day: day, days_left: left } = service;
  if (state === 'running' || day === null) {
    return null;
  }
  return state === 'ended'
    ? <Note kind="error">{t('archive.service_ended', { day })}</Note>
    : <Note kind="warning">{t('archive.service_ending', { count: left ?? 0, day })}</Note>;
}
