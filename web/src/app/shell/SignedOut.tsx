import { lazy, Suspense, useEffect, useState } from 'react';
import { onSignedOut } from '@/shared/api/request';

const load = async () => ({ default: (await import('./SignedOutDialog')).SignedOutDialog });
const SignedOutDialog = lazy(load);

/** Opens the dialog of the signed-out state over whatever page is shown. */
export function SignedOut() {
  const [open, setOpen] = useState(false);
  useEffect(() => onSignedOut(() => setOpen(true)), []);
  useEffect(() => {
    // Fetched while all is quiet, so that it is there when it is needed.
    const timer = setTimeout(() => void load(), 3_000);
    return () => clearTimeout(timer);
  }, []);
  return open && <Suspense><SignedOutDialog onDone={() => setOpen(false)} /></Suspense>;
}
