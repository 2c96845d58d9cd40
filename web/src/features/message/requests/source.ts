import { queryOptions } from '@tanstack/react-query';
import { send } from '@/shared/api/request';
import { READ_ONCE } from './message';

/** So many bytes of a message are shown; all of it is had by downloading. */
export const SHOWN_BYTES = 1_048_576;

/** GET /messages/{id}/raw: the beginning of the original. Bytes that are no UTF-8 are shown as replacement characters. */
export const sourceQuery = (id: string) => queryOptions({
  queryKey: ['message', id, 'source'],
  queryFn: async ({ signal }) => {
    const range = { Accept: 'message/rfc822', Range: `bytes=0-${SHOWN_BYTES - 1}` };
    const answer = await send(`/messages/${id}/raw`, { headers: range, signal });
    return new TextDecoder().decode(await answer.arrayBuffer());
  },
  ...READ_ONCE,
});
