import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type MailDomain = Schemas['MailDomain'];

/** GET /domains */
export const domainsQuery = queryOptions({
  queryKey: ['domains'],
  queryFn: async ({ signal }) => (await request<{ data: MailDomain[] }>('/domains', { signal })).data,
});

/** POST /domains */
export const addDomain = (name: string, aliasOf: string | null) => request<MailDomain>('/domains', { method: 'POST', body: { name, alias_of: aliasOf } });

/** DELETE /domains/{name} */
export const removeDomain = (name: string) => request(`/domains/${encodeURIComponent(name)}`, { method: 'DELETE' });
