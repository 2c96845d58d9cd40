import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import { withCode } from './code';

export type Part = Partial<Schemas['SetUpPart']>;

/** POST /setup/check: throws the faults of a part, field by field. */
export function checkPart(code: string, part: Part): Promise<undefined> {
  return request('/setup/check', { method: 'POST', body: part, headers: withCode(code) });
}
