import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import type { Day } from '@/shared/format/days';

export type IngestDay = Schemas['IngestDay'];
export type By = 'archived' | 'sent';

/** GET /stats/ingest: what came on each day of the zone. */
export function ingestQuery(from: Day, to: Day, zone: string, by: By = 'archived') {
  return queryOptions({
    queryKey: ['ingest', from, to, zone, by],
    queryFn: ({ signal }) => request<Schemas['IngestPerDay']>(`/stats/ingest?${new URLSearchParams({ from, to, tz: zone, by }).toString()}`, { signal }),
    placeholderData: keepPreviousData,
  });
}
