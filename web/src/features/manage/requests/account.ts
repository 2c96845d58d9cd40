import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Turn = Schemas['AccountTurn'];

/** GET /accounts/{id} */
export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['accounts', 'one', id],
    queryFn: ({ signal }) => request<{ account: Schemas['ArchiveAccount']; history: Turn[] }>(`/accounts/${id}`, { signal }),
  });
}
