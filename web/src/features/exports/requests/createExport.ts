import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Export = Schemas['Export'];

/** POST /exports: an export whose zip can be fetched within an hour. */
export function createExport(wanted: Schemas['ExportWanted']): Promise<Export> {
  return request('/exports', { method: 'POST', body: wanted });
}
