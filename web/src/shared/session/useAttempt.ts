import { useState } from 'react';
import { ProblemError } from '@/shared/api/problem';
import { wasDismissed } from './passkeys';
import { useWait } from './useWait';

interface Attempts {
  /** What the act gave; undefined when it failed, and then {@link problem} says why. */
  attempt: <T>(act: () => Promise<T>) => Promise<T | undefined>;
  busy: boolean;
  problem: unknown;
  /** Seconds until the server takes another attempt. */
  left: number;
}

/** Attempts to prove who one is, with the wait that the server asks for after wrong ones. */
export function useAttempt(): Attempts {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [until, setUntil] = useState<number>();
  const left = useWait(until);

  const attempt = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    try {
      const given = await act();
      setProblem(undefined);
      return given;
    } catch (failed) {
      const wait = failed instanceof ProblemError ? failed.retryAfter : undefined;
      setProblem(wasDismissed(failed) ? undefined : failed);
      setUntil(wait === undefined ? undefined : Date.now() + wait * 1_000);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { attempt, busy, problem, left };
}
