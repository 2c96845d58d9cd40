import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import type { Language } from '@/shared/preferences/store';

export type Entry = Schemas['LogEntry'];

/** GET /log/{id}; reading it is an entry of the log itself, so nothing asks again by itself. Its sentence is in the language. */
export function entryQuery(id: string, zone: string, language: Language) {
  return queryOptions({
    queryKey: ['log-entry', id, zone, language],
    queryFn: ({ signal }) => request<Entry>(`/log/${encodeURIComponent(id)}?tz=${encodeURIComponent(zone)}`, { signal }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
