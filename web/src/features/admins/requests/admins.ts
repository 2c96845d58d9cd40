import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Admin, Role, Schemas } from '@/shared/api/schema';

export type Appointed = Schemas['Appointed'];

/** What is done to a person with nothing but a reason. */
export type PlainAct = 'suspend' | 'resume' | 'end-sessions' | 'reset-second-factor';

/** GET /admins */
export const adminsQuery = queryOptions({
  queryKey: ['admins'],
  queryFn: async ({ signal }) => (await request<{ data: Admin[] }>('/admins', { signal })).data,
});

/** POST /admins */
export const appoint = (wanted: Schemas['Appointment']) => request<Appointed>('/admins', { method: 'POST', body: wanted });

/** POST /admins/{id}:suspend and the like */
export const act = (id: string, what: PlainAct, reason: string) => post<Admin>(id, what, { reason });

/** POST /admins/{id}:invite */
export const inviteAgain = (id: string, reason: string) => post<Appointed>(id, 'invite', { reason });

/** POST /admins/{id}:grant and :revoke */
export function changeRole(id: string, what: 'grant' | 'revoke', change: { role: Role; reason: string; confirm_self?: boolean }): Promise<Admin> {
  return post<Admin>(id, what, change);
}

function post<T>(id: string, what: string, body: object): Promise<T> {
  return request<T>(`/admins/${encodeURIComponent(id)}:${what}`, { method: 'POST', body });
}
