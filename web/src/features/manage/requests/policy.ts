import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Policy = Schemas['ArchivePolicy'];
export type Mode = Policy['mode'];

/** GET /archive/policy: whose mail is archived. */
export const policyQuery = queryOptions({
  queryKey: ['archive', 'policy'],
  queryFn: ({ signal }) => request<Policy>('/archive/policy', { signal }),
});

/** PATCH /archive/policy */
export function changePolicy(body: Schemas['ArchivePolicyChange']): Promise<Policy> {
  return request<Policy>('/archive/policy', { method: 'PATCH', body });
}
