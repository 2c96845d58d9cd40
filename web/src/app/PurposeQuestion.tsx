import { lazy, Suspense, useEffect } from 'react';
import { onPurposeNeeded } from '@/shared/api/request';
import { purposeQuestion, usePurposeIsAsked } from '@/shared/session/purpose';

const Dialog = lazy(async () => ({ default: (await import('@/shared/session/PurposeDialog')).PurposeDialog }));

/** Answers the server when it wants to know why somebody reads, before it shows mail. */
export function PurposeQuestion() {
  const asked = usePurposeIsAsked();
  useEffect(() => onPurposeNeeded(purposeQuestion.ask), []);
  return asked && <Suspense><Dialog onClose={purposeQuestion.answer} /></Suspense>;
}
