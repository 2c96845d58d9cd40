import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Effect = Schemas['AccountEffect'];

export type Act = 'open' | 'close';

/** POST /accounts:open, /accounts:close */
export function turnAccounts(act: Act, body: Schemas['AccountAct'], signal?: AbortSignal): Promise<Effect> {
  return request<Effect>(`/accounts:${act}`, { method: 'POST', body, ...(signal === undefined ? {} : { signal }) });
}
