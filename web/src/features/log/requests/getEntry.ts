import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Entry = Schemas['LogEntry'];

/** GET /log/{id}; reading it is an entry of the log itself, so nothing asks again by itself. */
export function entryQuery(id: string, zone: string) {
  return queryOptions({
    queryKey: ['log-entry', id, zone],
    queryFn: ({ signal }) => request<Entry>(`/log/${encodeURIComponent(id)}?tz=${encodeURIComponent(zone)}`, { signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
