import { request } from '@/shared/api/request';

/** DELETE /sessions/current */
export async function signOut(): Promise<void> {
  await request('/sessions/current', { method: 'DELETE' });
}
