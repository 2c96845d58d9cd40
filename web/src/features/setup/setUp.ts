import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';
import { withCode } from './code';

/** POST /setup: makes the organisation and signs the postmaster in. */
export function setUp(code: string, wanted: Schemas['SetUp']): Promise<Schemas['SetUpDone']> {
  return request('/setup', { method: 'POST', body: wanted, headers: withCode(code) });
}
