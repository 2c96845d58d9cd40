import { request } from '@/shared/api/request';
import type { NewOrganisation, Organisation } from './organisations';

/** POST /organisations: makes it, with store and keys; archiving is off. */
export function newOrganisation(wanted: NewOrganisation): Promise<Organisation> {
  return request<Organisation>('/organisations', { method: 'POST', body: wanted });
}
