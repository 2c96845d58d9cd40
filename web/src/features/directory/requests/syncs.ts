import { queryOptions } from '@tanstack/react-query';
import { request } from '@/shared/api/request';
import type { Schemas } from '@/shared/api/schema';

export type Settings = Schemas['LdapSettings'];
export type Sync = Schemas['DirectorySync'];
export type SyncRun = Schemas['DirectorySyncRun'];

type Look = Schemas['DirectoryLook'];

/** How far a try came, step by step. */
export interface Trial {
  passed: boolean;
  steps: { step: 'connect' | 'encrypt' | 'bind' | 'search'; done: boolean; detail: string }[];
  entries: number;
  skipped: number;
  sample: Look[];
}

const PATH = '/directory/syncs';

/** GET /directory/syncs/ldap; asked for again and again while it runs. */
export const syncQuery = queryOptions({
  queryKey: ['directory', 'sync'],
  queryFn: ({ signal }) => request<Sync>(`${PATH}/ldap`, { signal, unattended: true }),
  refetchInterval: ({ state }) => (state.data?.running === true ? 2_000 : false),
});

/** GET /directory/syncs */
export const runsQuery = queryOptions({
  queryKey: ['directory', 'syncs'],
  queryFn: async ({ signal }) => (await request<{ data: SyncRun[] }>(PATH, { signal })).data,
});

/** PUT /directory/syncs/ldap */
export const saveSettings = (settings: Settings) => request<Sync>(`${PATH}/ldap`, { method: 'PUT', body: settings });

/** POST /directory/syncs/ldap:test: tries settings without keeping them. */
export const trySettings = (settings: Settings) => request<Trial>(`${PATH}/ldap:test`, { method: 'POST', body: settings });

/** POST /directory/syncs/ldap:run; answers when it is done. */
export const runSync = () => request<SyncRun>(`${PATH}/ldap:run`, { method: 'POST' });
