import { request } from '@/shared/api/request';
import type { Import } from '@/shared/api/schema';

/** POST /imports/{id}:cancel */
export function cancelImport(id: string): Promise<Import> {
  return request<Import>(`/imports/${encodeURIComponent(id)}:cancel`, { method: 'POST' });
}
