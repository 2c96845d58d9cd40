import { request } from '@/shared/api/request';

/** A department as the tree shows it. */
export interface DepartmentNode {
  id: string;
  name: string;
  /** Names from the top, its own last. */
  path: string[];
  /** How many lie directly below. */
  departments: number;
  accounts_within: number;
}

/** GET /departments: the departments directly below one, or those at the top. */
export async function fetchDepartments(parent: string | undefined): Promise<DepartmentNode[]> {
  const wanted = new URLSearchParams({ parent: parent ?? 'top' });
  return (await request<{ data: DepartmentNode[] }>(`/departments?${wanted}`)).data;
}
