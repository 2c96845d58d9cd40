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

/** So many the server takes at once. */
const MOST = 1_000;

/** POST /directory/unknown:adopt, part after part; says after each how many are accounts now, and which are still to come. */
export async function adopt(addresses: readonly string[], department: string | null, onPart: (adopted: number, left: readonly string[]) => void): Promise<void> {
  let done = 0;
  for (let from = 0; from < addresses.length; from += MOST) {
    const body = { addresses: addresses.slice(from, from + MOST), department };
    done += (await request<{ adopted: number }>('/directory/unknown:adopt', { method: 'POST', body })).adopted;
    onPart(done, addresses.slice(from + MOST));
  }
}
