import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Department = Schemas['Department'];

/** GET /departments: the whole tree, as rows that name what lies above them. */
export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: async ({ signal }) => (await request<{ data: Department[] }>('/departments', { signal })).data,
  staleTime: 60_000,
});
