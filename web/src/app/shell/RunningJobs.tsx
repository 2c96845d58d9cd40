import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importsQuery } from '@/shared/api/imports';
import { useMay } from '@/shared/session/me';

/** How many imports are running, and the way to them. */
export function RunningJobs() {
  const { t } = useTranslation('app');
  const may = useMay('imports:write');
  const { data } = useQuery({ ...importsQuery, enabled: may });
  const running = data?.data.filter((one) => one.state === 'running' || one.state === 'stopping') ?? [];
  const only = running.length === 1 ? running[0] : undefined;
  return running.length === 0 ? null : (
    <Link className="bar-fact" to={only === undefined ? '/imports' : `/imports/${only.id}`}>
      {t('bar.jobs', { count: running.length })}
    </Link>
  );
}
