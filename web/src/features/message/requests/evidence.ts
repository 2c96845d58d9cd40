import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import { READ_ONCE } from './message';

export type Evidence = Schemas['Evidence'];

/** GET /messages/{id}/evidence; asked again on demand only, while no checkpoint covers the message yet. */
export const evidenceQuery = (id: string) => queryOptions({
  queryKey: ['message', id, 'evidence'],
  queryFn: ({ signal }) => request<Evidence>(`/messages/${id}/evidence`, { signal }),
  ...READ_ONCE,
});
