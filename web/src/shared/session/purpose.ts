import { useSyncExternalStore } from 'react';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import { newQuestion } from './question';

/** PUT /me/purpose: why I read, for all that this session does. */
export function explain(purpose: Schemas['Purpose']): Promise<Schemas['Purpose']> {
  return request<Schemas['Purpose']>('/me/purpose', { method: 'PUT', body: purpose });
}

/** The question why somebody reads. */
export const purposeQuestion = newQuestion();

/** Whether somebody is being asked it. */
export function usePurposeIsAsked(): boolean {
  return useSyncExternalStore(purposeQuestion.subscribe, purposeQuestion.isAsked);
}
