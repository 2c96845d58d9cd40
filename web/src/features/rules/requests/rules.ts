import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type ArchiveRules = Schemas['ArchiveRules'];
export type ArchiveRule = Schemas['ArchiveRule'];
export type RuleSettings = Schemas['ArchiveRuleSettings'];

/** GET /archive/rules; the language is in the key, for the server says the rules in words. */
export function rulesQuery(language: string) {
  return queryOptions({
    queryKey: ['archive', 'rules', language],
    queryFn: ({ signal }) => request<ArchiveRules>('/archive/rules', { signal }),
  });
}

/** PATCH /archive/rules */
export function changeRules(body: Schemas['ArchiveRulesChange']): Promise<ArchiveRules> {
  return request<ArchiveRules>('/archive/rules', { method: 'PATCH', body });
}
