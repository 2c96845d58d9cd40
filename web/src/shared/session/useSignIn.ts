import { useState } from 'react';
import { ProblemError } from '@/shared/api/problem';
import { signIn } from './signIn';
import { useWait } from './useWait';

interface Attempts {
  /** True once signed in; otherwise {@link problem} says why not. */
  attempt: (address: string, password: string) => Promise<boolean>;
  busy: boolean;
  problem: unknown;
  /** Seconds until the server takes another attempt. */
  left: number;
}

/** Attempts to sign in, with the wait that the server asks for after wrong ones. */
export function useSignIn(): Attempts {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [until, setUntil] = useState<number>();
  const left = useWait(until);

  const attempt = async (address: string, password: string) => {
    setBusy(true);
    try {
      await signIn(address, password);
      setProblem(undefined);
      return true;
    } catch (failed) {
      const wait = failed instanceof ProblemError ? failed.retryAfter : undefined;
      setProblem(failed);
      setUntil(wait === undefined ? undefined : Date.now() + wait * 1_000);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { attempt, busy, problem, left };
}
