import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, send } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type LogPage = Schemas['LogPage'];
export type LogLine = Schemas['LogLine'];

/** GET /log; every request is an entry of the log itself, so nothing asks again by itself. */
export function logQuery(params: string, time: number) {
  return infiniteQueryOptions({
    queryKey: ['log', params, time],
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
