import { lazy, Suspense, useEffect } from 'react';
import { onEnrolmentNeeded, onProofNeeded } from '@/shared/api/request';
import { question, useIsAsked } from '@/shared/session/reauthentication';
import { router } from './router';

const Dialog = lazy(async () => ({ default: (await import('@/shared/session/ReauthenticationDialog')).ReauthenticationDialog }));

/** Answers the server when it wants a fresh proof, or a second factor, before it goes on. */
export function Reauthentication() {
  const asked = useIsAsked();
  useEffect(() => onProofNeeded(question.ask), []);
  useEffect(() => onEnrolmentNeeded(() => {
    const { pathname, search } = router.state.location;
    if (pathname !== '/enrol') {
      void router.navigate(`/enrol?to=${encodeURIComponent(pathname + search)}`, { replace: true });
    }
  }), []);
  return asked && <Suspense><Dialog /></Suspense>;
}
