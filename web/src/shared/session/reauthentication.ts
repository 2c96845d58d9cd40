import { useSyncExternalStore } from 'react';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import { newQuestion } from './question';

/** POST /me/reauthentication, with one proof. */
export function prove(proof: Schemas['Proof']): Promise<Schemas['Proven']> {
  return request<Schemas['Proven']>('/me/reauthentication', { method: 'POST', body: proof });
}

/** The question for a fresh proof. */
export const question = newQuestion();

/** Whether somebody is being asked. */
export function useIsAsked(): boolean {
  return useSyncExternalStore(question.subscribe, question.isAsked);
}
