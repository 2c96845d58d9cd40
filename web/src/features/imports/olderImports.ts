import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ImportPage } from '@/shared/api/imports';
import { request } from '@/shared/api/request';

/** GET /imports, the pages after the first. */
export function olderImportsQuery(cursor: string | null) {
  return infiniteQueryOptions({
    queryKey: ['older-imports', cursor],
    initialPageParam: cursor,
    queryFn: ({ pageParam, signal }) => request<ImportPage>(`/imports?${new URLSearchParams({ limit: '50', cursor: pageParam ?? '' }).toString()}`, { signal }),
    getNextPageParam: (page) => page.next_cursor,
    enabled: false,
  });
}
