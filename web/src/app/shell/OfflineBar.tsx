import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { archiveQuery } from '@/shared/api/archive';
import { useMay } from '@/shared/session/me';

/** Says that the server does not answer, as long as it does not. */
export function OfflineBar() {
  const { t } = useTranslation('app');
  const { error } = useQuery({ ...archiveQuery, enabled: useMay('archive:read') });
  return error instanceof ProblemError && error.code === 'offline' ? <div className="offline" role="alert">{t('offline')}</div> : null;
}
