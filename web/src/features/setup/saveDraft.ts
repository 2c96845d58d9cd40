import { request } from '@/shared/api/request';
import { withCode } from './code';
import type { Draft } from './getDraft';

/** PUT /setup/draft */
export function saveDraft(code: string, draft: Draft): Promise<undefined> {
  return request('/setup/draft', { method: 'PUT', body: draft, headers: withCode(code) });
}
