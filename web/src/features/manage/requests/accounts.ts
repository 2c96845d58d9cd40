import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Account = Schemas['ArchiveAccount'];

/** Which accounts are shown; undefined fields do not restrict. */
export interface Filter {
  status?: 'open' | 'not_open';
  directory?: 'active' | 'disabled' | 'left' | 'unknown';
  department?: string;
  /** Whether what lies below the department counts too; it does if left out. */
  subdepartments?: 'false';
  text?: string;
}

interface AccountPage {
  data: Account[];
  next_cursor: string | null;
  total: number;
}

/** The filter as the API takes it. */
export function filterParams(filter: Filter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''));
}

/** GET /accounts */
export function accountsQuery(filter: Filter) {
  return infiniteQueryOptions({
    queryKey: ['accounts', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const params = filterParams(filter);
      params.set('limit', '200');
      if (pageParam !== null) {
        params.set('cursor', pageParam);
      }
      return request<AccountPage>(`/accounts?${params.toString()}`, { signal });
    },
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
