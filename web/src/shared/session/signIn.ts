import { request, send } from '@/shared/api/request';
import type { Schemas, Session, SignInStep } from '@/shared/api/schema';

/** Either the session, or the second step that this person has to take first. */
export type FirstStep = { session: Session } | { step: SignInStep };

/** POST /sessions, for a session cookie. */
export async function signIn(address: string, password: string): Promise<FirstStep> {
  const response = await send('/sessions', { method: 'POST', body: { address, password, kind: 'cookie' } });
  return response.status === 202 ? { step: (await response.json()) as SignInStep } : { session: (await response.json()) as Session };
}

type Proof = Omit<Schemas['SecondStep'], 'ticket'>;

/** POST /sessions/second-factor, with one proof. */
export function secondStep(ticket: string, proof: Proof): Promise<Session> {
  return request<Session>('/sessions/second-factor', { method: 'POST', body: { ticket, ...proof } });
}
