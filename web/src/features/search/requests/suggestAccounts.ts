import { request } from '@/shared/api/request';

/** An account of the directory that may be meant. */
export interface SuggestedAccount {
  address: string;
  name: string;
  /** Those that are disabled or have left are among them. */
  state: string | null;
}

/** GET /directory/suggest: accounts whose address or name begins so, then those in which it occurs. */
export async function suggestAccounts(prefix: string, signal: AbortSignal): Promise<SuggestedAccount[]> {
  const wanted = new URLSearchParams({ prefix, kind: 'account', limit: '10' });
  const answer = await request<{ data: { address: string | null; name: string; state: string | null }[] }>(`/directory/suggest?${wanted}`, { signal });
  return answer.data.flatMap(({ address, name, state }) => (address === null ? [] : [{ address, name, state }]));
}
