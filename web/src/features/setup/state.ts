import { useState } from 'react';
import type { Draft } from './getDraft';
import { saveDraft } from './saveDraft';

/** Passwords stay in this tab's memory: they are in no draft, no storage, no URL. */
export interface Secrets {
  postmaster: string;
  administrator: string;
}

/** What every step gets. */
export interface StepProps {
  code: string;
  draft: Draft;
  secrets: Secrets;
  onNext: (given: Draft, secret?: Partial<Secrets>) => Promise<void>;
  onBack: (() => void) | undefined;
}

/** What was filled in so far; a step's part is also kept by the server, so that a restart loses nothing. */
export function useSetUpState(code: string, begun: Draft) {
  const [draft, setDraft] = useState(begun);
  const [secrets, setSecrets] = useState<Secrets>({ postmaster: '', administrator: '' });
  const keep = async (given: Draft, secret: Partial<Secrets> = {}) => {
    const next = { ...draft, ...given };
    await saveDraft(code, next);
    setDraft(next);
    setSecrets({ ...secrets, ...secret });
  };
  return { draft, secrets, keep };
}
