import { request } from '@/shared/api/request';
import type { Import, Schemas } from '@/shared/api/schema';

/** POST /imports: has the server read what was uploaded. */
export function startImport(wanted: Partial<Schemas['ImportWanted']>): Promise<Import> {
  return request<Import>('/imports', { method: 'POST', body: wanted });
}
