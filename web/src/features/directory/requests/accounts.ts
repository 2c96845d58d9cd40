import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Account = Schemas['DirectoryAccount'];
export type State = Schemas['AccountState'];
export type Source = Account['source'];

export const states: readonly State[] = ['active', 'disabled', 'deleted'];
export const sources: readonly Source[] = ['manual', 'csv', 'ldap', 'seen'];

/** Which accounts are shown; empty parts ask for nothing. */
export interface Filter {
  text: string;
  department: string;
  subdepartments: boolean;
  state: string;
  source: string;
}

interface AccountPage {
  data: Account[];
  next_cursor: string | null;
  total: number;
}

/** GET /directory/accounts, page after page. */
export function accountsQuery(filter: Filter) {
  return infiniteQueryOptions({
    queryKey: ['directory', 'accounts', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => request<AccountPage>(`/directory/accounts?${asked(filter, pageParam)}`, { signal }),
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

function asked({ text, department, subdepartments, state, source }: Filter, cursor: string): string {
  const given = { text, department, state, source, cursor, ...(department === '' ? {} : { subdepartments: String(subdepartments) }), limit: '100' };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
}

/** GET /directory/accounts/{id} */
export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['directory', 'account', id],
    queryFn: ({ signal }) => request<Account>(path(id), { signal }),
  });
}

export interface Span {
  since: string | null;
  until: string | null;
}

interface History {
  memberships: (Span & { department: string; path: string[] })[];
  addresses: (Span & { address: string })[];
}

/** GET /directory/accounts/{id}/history */
export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['directory', 'account', id, 'history'],
    queryFn: ({ signal }) => request<History>(`${path(id)}/history`, { signal }),
  });
}

/** What can be said of an account. */
export interface Given {
  address: string;
  name: string;
  aliases: string[];
  departments: string[];
  state: State;
}

/** POST /directory/accounts */
export const addAccount = (given: Given) => request<Account>('/directory/accounts', { method: 'POST', body: given });

/** PATCH /directory/accounts/{id} */
export const changeAccount = (id: string, change: Partial<Given>) => request<Account>(path(id), { method: 'PATCH', body: change });

function path(id: string): string {
  return `/directory/accounts/${encodeURIComponent(id)}`;
}
