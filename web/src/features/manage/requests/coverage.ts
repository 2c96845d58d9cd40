import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Coverage = Schemas['CoveragePerDay'];
export type CoverageDay = Coverage['data'][number];

/** GET /stats/coverage: on which days of a year archiving was on. */
export function coverageQuery(year: number, zone: string) {
  return queryOptions({
    queryKey: ['coverage', year, zone],
    queryFn: ({ signal }) => request<Coverage>(`/stats/coverage?${new URLSearchParams({ from: `${year}-01-01`, to: `${year}-12-31`, tz: zone }).toString()}`, { signal }),
    placeholderData: keepPreviousData,
  });
}
