import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Plan = Schemas['DirectoryImport'];
export type Kind = Schemas['DirectoryChangeKind'];
export type Look = Schemas['DirectoryLook'];

export interface Change {
  kind: Kind;
  account: string | null;
  line: number;
  before: Look;
  after: Look;
}

const PATH = '/directory/imports';

/** GET /directory/imports */
export const plansQuery = queryOptions({
  queryKey: ['directory', 'imports'],
  queryFn: async ({ signal }) => (await request<{ data: Plan[] }>(PATH, { signal })).data,
});

/** GET /directory/imports/{id} */
export function planQuery(id: string) {
  return queryOptions({ queryKey: ['directory', 'imports', id], queryFn: ({ signal }) => request<Plan>(one(id), { signal }) });
}

/** GET /directory/imports/{id}/changes, of one kind or all. */
export function changesQuery(id: string, kind: string) {
  return infiniteQueryOptions({
    queryKey: ['directory', 'imports', id, 'changes', kind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = Object.entries({ kind, cursor: pageParam, limit: '100' }).filter(([, value]) => value !== '');
      return request<{ data: Change[]; next_cursor: string | null }>(`${one(id)}/changes?${new URLSearchParams(asked).toString()}`, { signal });
    },
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** POST /directory/imports: reads a table and answers with what it would change. */
export function readTable(file: Blob, encoding: string, missing: string): Promise<Plan> {
  return request<Plan>(`${PATH}?${new URLSearchParams({ encoding, missing }).toString()}`, { method: 'POST', file, headers: { 'Content-Type': 'text/csv' } });
}

/** POST /directory/imports/{id}:apply */
export const applyPlan = (id: string, confirm: boolean) => request<Plan>(`${one(id)}:apply`, { method: 'POST', body: { confirm } });

/** POST /directory/imports/{id}:discard */
export const discardPlan = (id: string) => request<Plan>(`${one(id)}:discard`, { method: 'POST' });

function one(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}
