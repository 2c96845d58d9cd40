import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Organisation = Schemas['Organisation'];
export type NewOrganisation = Schemas['NewOrganisation'];
export type OrganisationChange = Schemas['OrganisationChange'];

/** GET /organisations: the default one first. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) => (await request<{ data: Organisation[] }>('/organisations', { signal })).data,
});
