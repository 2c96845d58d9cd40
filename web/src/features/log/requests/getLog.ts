import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, send } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import type { Language } from '@/shared/preferences/store';

export type LogPage = Schemas['LogPage'];
export type LogLine = Schemas['LogLine'];

/** GET /log; every request is an entry of the log itself, so nothing asks again by itself. Its sentences are in the language. */
export function logQuery(params: string, time: number, language: Language) {
  return infiniteQueryOptions({
    queryKey: ['log', params, time, language],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => request<LogPage>(`/log?${params}&limit=100${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`, { signal }),
    getNextPageParam: (page) => page.next_cursor,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** All that the filter finds, as a file. */
export async function logFile(params: string, type: 'text/csv' | 'application/x-ndjson'): Promise<Blob> {
  return (await send(`/log?${params}`, { headers: { Accept: type } })).blob();
}
