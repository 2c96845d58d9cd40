import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** POST /sessions, for a session cookie. */
export async function signIn(address: string, password: string): Promise<Schemas['Session']> {
  return request<Schemas['Session']>('/sessions', { method: 'POST', body: { address, password, kind: 'cookie' } });
}
