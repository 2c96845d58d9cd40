import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Turn } from './account';

/** GET /accounts:history: which accounts were opened and closed, newest first. */
export const turnsQuery = infiniteQueryOptions({
  queryKey: ['accounts', 'history'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    request<{ data: Turn[]; next_cursor: string | null }>(`/accounts:history?limit=100${pageParam === null ? '' : `&cursor=${pageParam}`}`, { signal }),
  getNextPageParam: (page) => page.next_cursor,
});
