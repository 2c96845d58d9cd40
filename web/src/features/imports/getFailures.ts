import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request, send } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Failure = Schemas['ImportFailure'];

const path = (id: string) => `/imports/${encodeURIComponent(id)}/failures`;

/** GET /imports/{id}/failures; while the import runs there may be more of them soon. */
export function failuresQuery(id: string, running: boolean) {
  return queryOptions({
    queryKey: ['import-failures', id, running],
    queryFn: async ({ signal }) => (await request<{ data: Failure[] }>(path(id), { signal, unattended: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: running ? 5_000 : false,
  });
}

/** The same as a file. */
export async function failuresAsCsv(id: string): Promise<Blob> {
  return (await send(path(id), { headers: { Accept: 'text/csv' } })).blob();
}
