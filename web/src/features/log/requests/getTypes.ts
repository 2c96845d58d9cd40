import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** GET /log/types */
export const typesQuery = queryOptions({
  queryKey: ['log-types'],
  queryFn: ({ signal }) => request<Schemas['LogTypes']>('/log/types', { signal }),
});
