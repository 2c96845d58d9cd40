import { request } from '@/shared/api/request';
import type { Organisation, OrganisationChange } from './organisations';

/** PATCH /organisations/{id}: sets what was agreed with it. */
export function changeOrganisation(id: string, change: OrganisationChange): Promise<Organisation> {
  return request<Organisation>(`/organisations/${encodeURIComponent(id)}`, { method: 'PATCH', body: change });
}
