import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import type { Day } from '@/shared/format/days';

export type IngestDay = Schemas['IngestDay'];

/** GET /stats/ingest: what came on each day of the zone; unattended where the page asks again and again. */
export function ingestQuery(from: Day, to: Day, zone: string, unattended = false) {
  return queryOptions({
    queryKey: ['ingest', from, to, zone],
    queryFn: ({ signal }) => request<Schemas['IngestPerDay']>(`/stats/ingest?${new URLSearchParams({ from, to, tz: zone, by: 'archived' }).toString()}`, { signal, unattended }),
    placeholderData: keepPreviousData,
  });
}
