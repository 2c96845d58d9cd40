import { queryOptions } from '@tanstack/react-query';
import { requestText } from '@/shared/api/request';
import { READ_ONCE } from './message';

/** GET /messages/{id}/headers: the header section as written. */
export const headersQuery = (id: string) => queryOptions({
  queryKey: ['message', id, 'headers'],
  queryFn: ({ signal }) => requestText(`/messages/${id}/headers`, { signal }),
  ...READ_ONCE,
});
