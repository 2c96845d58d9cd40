import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Import } from '@/shared/api/schema';

/** GET /imports/{id}; events keep it fresh, and asking again where they do not come through. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => request<Import>(`/imports/${encodeURIComponent(id)}`, { signal, unattended: true }),
    refetchInterval: ({ state }) => (state.data === undefined || isRunning(state.data) ? 2_000 : false),
  });
}

export function isRunning(one: Import): boolean {
  return one.state === 'running' || one.state === 'stopping';
}
