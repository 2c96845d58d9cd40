import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { ArchiveSummary } from './schema';

/** GET /archive; the bar asks for it again and again. */
export const archiveQuery = queryOptions({
  queryKey: ['archive'],
  queryFn: ({ signal }) => request<ArchiveSummary>('/archive', { signal, unattended: true }),
});
