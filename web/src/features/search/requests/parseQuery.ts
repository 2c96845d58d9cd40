import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** POST /query:parse: the query line as a form, or the form as a query line. Searches nothing and is not logged. */
export function parseQuery(given: Schemas['QueryOrConditions'], signal: AbortSignal): Promise<Schemas['ParsedQuery']> {
  return request('/query:parse', { method: 'POST', body: given, signal });
}
