import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Comparison = Schemas['LogComparison'];

/** GET /log/verify; takes long when the log is long. */
export function compareLog(): Promise<Comparison> {
  return request<Comparison>('/log/verify');
}
