import { useSyncExternalStore } from 'react';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** POST /me/reauthentication, with one proof. */
export function prove(proof: Schemas['Proof']): Promise<Schemas['Proven']> {
  return request<Schemas['Proven']>('/me/reauthentication', { method: 'POST', body: proof });
}

let answer: ((proven: boolean) => void) | undefined;
let asked: Promise<boolean> | undefined;
const listeners = new Set<() => void>();

/** The question for a fresh proof: asked once, however many requests wait for it. */
export const question = {
  ask(): Promise<boolean> {
    asked ??= new Promise<boolean>((settle) => {
      answer = settle;
      listeners.forEach((listener) => listener());
    });
    return asked;
  },

  answer(proven: boolean): void {
    const settle = answer;
    answer = undefined;
    asked = undefined;
    listeners.forEach((listener) => listener());
    settle?.(proven);
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Whether somebody is being asked. */
export function useIsAsked(): boolean {
  return useSyncExternalStore(question.subscribe, () => answer !== undefined);
}
