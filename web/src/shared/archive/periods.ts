import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Period = Schemas['ArchivePeriod'];

/** GET /archive/periods: when archiving was on, newest first. */
export const periodsQuery = queryOptions({
  queryKey: ['archive', 'periods'],
  queryFn: async ({ signal }) => (await request<{ data: Period[] }>('/archive/periods', { signal })).data,
});
