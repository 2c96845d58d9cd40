import { queryOptions } from '@tanstack/react-query';
import type { Schemas } from '@/shared/api/schema';
import { request } from '@/shared/api/request';

/** GET /sessions/ways: what stands on the page besides address and password. */
export const waysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) => request<Schemas['SignInWays']>('/sessions/ways', { signal }),
});
