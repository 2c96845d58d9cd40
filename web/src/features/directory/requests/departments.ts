import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Department = Schemas['Department'];

/** What lies at the top of the tree, in place of a department's id. */
export const TOP = 'top';

async function list(query: Record<string, string>, signal: AbortSignal): Promise<Department[]> {
  return (await request<{ data: Department[] }>(`/departments?${new URLSearchParams(query).toString()}`, { signal })).data;
}

/** GET /departments, one level of the tree. */
export function levelQuery(parent: string) {
  return queryOptions({ queryKey: ['departments', 'level', parent], queryFn: ({ signal }) => list({ parent }, signal) });
}

/** GET /departments, by a part of the name. */
export function foundQuery(text: string) {
  return queryOptions({ queryKey: ['departments', 'found', text], queryFn: ({ signal }) => list({ text }, signal), enabled: text !== '' });
}

/** GET /departments/{id} */
export function departmentQuery(id: string | null) {
  return queryOptions({
    queryKey: ['departments', 'one', id],
    queryFn: ({ signal }) => request<Department>(`/departments/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
  });
}

/** POST /departments */
export const addDepartment = (name: string, parent: string) => request<Department>('/departments', { method: 'POST', body: { name, parent } });

/** PATCH /departments/{id}: renames or moves it. */
export function changeDepartment(id: string, change: { name: string } | { parent: string }): Promise<Department> {
  return request<Department>(`/departments/${encodeURIComponent(id)}`, { method: 'PATCH', body: change });
}

/** POST /departments/{id}:merge */
export const mergeDepartment = (id: string, into: string) => request<Department>(`/departments/${encodeURIComponent(id)}:merge`, { method: 'POST', body: { into } });
