import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Policy = Schemas['Policy'];

/** GET /policy */
export const policyQuery = queryOptions({
  queryKey: ['policy'],
  queryFn: ({ signal }) => request<Policy>('/policy', { signal }),
});

/** PATCH /policy */
export const changePolicy = (change: Schemas['PolicyChange']) => request<Policy>('/policy', { method: 'PATCH', body: change });
