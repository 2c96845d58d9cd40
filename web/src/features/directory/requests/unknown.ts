import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';

interface UnknownPage {
  data: { address: string }[];
  next_cursor: string | null;
  total: number;
}

/** GET /directory/unknown, page after page. */
export const unknownQuery = infiniteQueryOptions({
  queryKey: ['directory', 'unknown'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    request<UnknownPage>(`/directory/unknown?${new URLSearchParams({ limit: '100', ...(pageParam === '' ? {} : { cursor: pageParam }) }).toString()}`, { signal }),
  getNextPageParam: (page) => page.next_cursor,
});

/** POST /directory/unknown:adopt */
export function adopt(addresses: readonly string[], department: string | null): Promise<{ adopted: number }> {
  return request<{ adopted: number }>('/directory/unknown:adopt', { method: 'POST', body: { addresses, department } });
}
