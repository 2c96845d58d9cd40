import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { ProblemError } from '@/shared/api/problem';
import { request } from '@/shared/api/request';
import { preferences } from '@/shared/preferences/store';
import { meQuery } from '@/shared/session/me';
import { Entrance } from '@/shared/ui/Entrance';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Wizard } from './Wizard';
import './setup.css';

const AfterSetUp = lazy(async () => ({ default: (await import('./AfterSetUp')).AfterSetUp }));

/** From an empty server to an archive that waits for its first mail. */
export function SetUpPage() {
  const { t } = useTranslation('setup');
  const needed = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => request<{ needed: true }>('/setup', { signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const done = needed.error instanceof ProblemError && needed.error.status === 404;
  const me = useQuery({ ...meQuery, enabled: done });
  if (done && me.error !== null) {
    return <Navigate to="/signin" replace />;
  }
  return (
    <Entrance title={t('title')} wide onLanguage={(language) => preferences.apply({ language })}>
      {needed.error !== null && !done && <ProblemNote problem={needed.error} onRetry={() => void needed.refetch()} />}
      {needed.data !== undefined && <Wizard onDone={() => void needed.refetch()} />}
      {done && me.data !== undefined && <Suspense><AfterSetUp /></Suspense>}
    </Entrance>
  );
}
