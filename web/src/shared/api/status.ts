import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { Status } from './schema';

/** GET /status; events keep it fresh. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => request<Status>('/status', { signal }),
});
