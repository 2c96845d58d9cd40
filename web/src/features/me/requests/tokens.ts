import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Token = Schemas['ApiToken'];

/** GET /tokens: mine, and the scopes that I could give one. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => request<{ data: Token[]; scopes: string[] }>('/tokens', { signal }),
});

/** POST /tokens */
export const newToken = (wanted: Schemas['NewToken']) => request<Schemas['NewTokenMade']>('/tokens', { method: 'POST', body: wanted });

/** DELETE /tokens/{id} */
export const revokeToken = (id: string) => request(`/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
