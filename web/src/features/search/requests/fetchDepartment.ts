import { request } from '@/shared/api/request';
import type { DepartmentNode } from './fetchDepartments';

/** GET /departments/{id}: one department, with its names from the top. */
export function fetchDepartment(id: string): Promise<DepartmentNode> {
  return request(`/departments/${encodeURIComponent(id)}`);
}
