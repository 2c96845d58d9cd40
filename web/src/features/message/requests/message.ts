import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Message = Schemas['Message'];

/** Every read of mail is an entry of the archive log: what was read once is not read again by itself. */
export const READ_ONCE = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** GET /messages/{id} */
export const messageQuery = (id: string) => queryOptions({
  queryKey: ['message', id],
  queryFn: ({ signal }) => request<Message>(`/messages/${id}`, { signal }),
  ...READ_ONCE,
});
