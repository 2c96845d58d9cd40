import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** GET /me/second-factor */
export const secondFactorQuery = queryOptions({
  queryKey: ['me', 'second-factor'],
  queryFn: ({ signal }) => request<Schemas['MySecondFactor']>('/me/second-factor', { signal }),
});
