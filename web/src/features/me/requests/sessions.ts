import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type MySession = Schemas['MySession'];

/** GET /me/sessions */
export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: async ({ signal }) => (await request<{ data: MySession[] }>('/me/sessions', { signal })).data,
});

/** DELETE /me/sessions/{id} */
export const endSession = (id: string) => request(`/me/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** DELETE /me/sessions: all but this one. */
export const endOtherSessions = () => request('/me/sessions', { method: 'DELETE' });
