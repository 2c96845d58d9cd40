import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

/** The server takes no more ids at once. */
export const MOST_SNIPPETS = 100;

/** POST /searches/{id}/snippets: where the words of the search stand in these messages. */
export async function fetchSnippets(run: string, ids: readonly string[]): Promise<Schemas['Snippet'][]> {
  const answer = await request<{ data: Schemas['Snippet'][] }>(`/searches/${run}/snippets`, { method: 'POST', body: { ids } });
  return answer.data;
}
