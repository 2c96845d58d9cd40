import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import { withCode } from './code';

export type Draft = Schemas['SetUpDraft'];

/** GET /setup/draft: what was filled in before; 401 when the code is wrong. */
export function getDraft(code: string): Promise<Draft> {
  return request<Draft>('/setup/draft', { headers: withCode(code) });
}
