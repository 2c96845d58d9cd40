import { queryOptions } from '@tanstack/react-query';
import { request } from './request';
import type { Import } from './schema';

export interface ImportPage {
  data: Import[];
  next_cursor: string | null;
}

/** GET /imports, the newest ones; events keep it fresh. */
export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => request<ImportPage>('/imports?limit=50', { signal }),
});
