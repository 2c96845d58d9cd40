import { request } from '@/shared/api/request';
import type { ArchiveSummary } from '@/shared/api/schema';

/** PATCH /archive: turns archiving on or off; the reason goes into the archive log. */
export function switchArchive(enabled: boolean, reason: string): Promise<ArchiveSummary> {
  return request<ArchiveSummary>('/archive', { method: 'PATCH', body: { enabled, reason } });
}
