import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import type { WantedBlock } from '../blocks';

/** GET /searches/{id}/results: a further page of a search run. */
export function fetchResults(run: string, { cursor, limit }: WantedBlock): Promise<Schemas['SearchRun']> {
  const wanted = new URLSearchParams({ limit: String(limit), ...(cursor !== null && { cursor }) });
  return request(`/searches/${run}/results?${wanted}`);
}
