import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** GET /roles: which capabilities each role brings. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await request<{ data: Schemas['RoleCapabilities'][] }>('/roles', { signal })).data,
  staleTime: Infinity,
});
