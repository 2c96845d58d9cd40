import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { Status } from './schema';

/** GET /status; events keep it fresh, and pages ask for it again and again. */
export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => request<Status>('/status', { signal, unattended: true }),
});
