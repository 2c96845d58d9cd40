import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ProblemError } from '@/shared/api/problem';
import { preferences } from '@/shared/preferences/store';
import { meQuery } from '@/shared/session/me';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Shell } from './shell/Shell';

/** Lets signed-in people in, and leads everybody else to where they can become one. */
export function SignedIn() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (me.data !== undefined) {
      preferences.apply(me.data.preferences);
    }
  }, [me.data]);
  const here = pathname + search;
  if (me.data?.must_enrol === true) {
    return <Navigate to={`/enrol?to=${encodeURIComponent(here)}`} replace />;
  }
  if (me.data !== undefined) {
    return <Shell />;
  }
  if (me.error instanceof ProblemError && me.error.code === 'not-set-up') {
    return <Navigate to="/setup" replace />;
  }
  if (me.error instanceof ProblemError && me.error.status === 401) {
    return <Navigate to={here === '/' ? '/signin' : `/signin?to=${encodeURIComponent(here)}`} replace />;
  }
  return me.error === null ? null : <ProblemNote problem={me.error} onRetry={() => void me.refetch()} />;
}
