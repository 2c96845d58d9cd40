import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** POST /searches: a search run with its first page; stands in the archive log. */
export function runSearch(wanted: Schemas['Search'], signal?: AbortSignal): Promise<Schemas['SearchRun']> {
  return request('/searches', { method: 'POST', body: wanted, ...(signal && { signal }) });
}
