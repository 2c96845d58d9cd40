import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { ArchiveSummary } from './schema';

/** GET /archive */
export const archiveQuery = queryOptions({
  queryKey: ['archive'],
  queryFn: ({ signal }) => request<ArchiveSummary>('/archive', { signal }),
});
