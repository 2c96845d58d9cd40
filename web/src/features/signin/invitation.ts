import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

type For = Schemas['InvitationFor'];

/** POST /invitations/check: whom the code is for. */
export function checkInvitation(code: string): Promise<For> {
  return request<For>('/invitations/check', { method: 'POST', body: { code } });
}

/** POST /invitations/accept */
export function acceptInvitation(code: string, password: string): Promise<For> {
  return request<For>('/invitations/accept', { method: 'POST', body: { code, password } });
}
