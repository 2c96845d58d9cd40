import type { Settings, Sync } from '../requests/syncs';

/** The settings as the form holds them: no nulls, one level, texts that are empty where nothing is said. */
export interface Fields {
  host: string;
  port: number | null;
  security: 'ldaps' | 'starttls' | 'plain';
  trust: string;
  bind_dn: string;
  bind_password: string;
  base: string;
  filter: string;
  address: string;
  name: string;
  aliases: string;
  department: string;
  id: string;
  disabled: string;
  departments: 'ou' | 'attribute' | 'none';
  schedule: 'off' | 'hour' | 'day';
  /** Asked only for what is read once a day. */
  hour: number | null;
  page_size: number | null;
  leave_percent: number;
  leave_accounts: number;
}

const PRESET_HOUR = 2;

/** The attributes of an entry that mean something to the directory. */
export const attributes = ['address', 'name', 'aliases', 'department', 'id', 'disabled'] as const;

/** What is set, to be changed; the presets while nothing is. The password is never told, so it begins empty. */
export function fieldsOf({ settings: set }: Sync): Fields {
  return {
    host: set?.host ?? '',
    port: set?.port ?? null,
    security: set?.security ?? 'ldaps',
    trust: set?.trust ?? '',
    bind_dn: set?.bind_dn ?? '',
    bind_password: '',
    base: set?.base ?? '',
    filter: set?.filter ?? '(mail=*)',
    address: set?.attributes.address ?? 'mail',
    name: set?.attributes.name ?? 'cn',
    aliases: set?.attributes.aliases ?? '',
    department: set?.attributes.department ?? '',
    id: set?.attributes.id ?? '',
    disabled: set?.attributes.disabled ?? '',
    departments: set?.departments ?? 'ou',
    schedule: set?.schedule ?? 'off',
    hour: set?.hour ?? PRESET_HOUR,
    page_size: set?.page_size ?? null,
    leave_percent: set?.leave_percent ?? 10,
    leave_accounts: set?.leave_accounts ?? 200,
  };
}

/** As the API takes it: what is empty is left to its preset. */
export function settingsOf(given: Fields): Settings {
  const said = <K extends string>(entries: readonly (readonly [K, string])[]) =>
    Object.fromEntries(entries.filter(([, text]) => text.trim() !== '').map(([key, text]) => [key, text.trim()])) as Partial<Record<K, string>>;
  return {
    host: given.host.trim(),
    base: given.base.trim(),
    security: given.security,
    departments: given.departments,
    schedule: given.schedule,
    hour: given.hour ?? PRESET_HOUR,
    page_size: given.page_size,
    leave_percent: given.leave_percent,
    leave_accounts: given.leave_accounts,
    ...(given.port === null ? {} : { port: given.port }),
    filter: given.filter.trim() === '' ? null : given.filter.trim(),
    ...said([['trust', given.trust], ['bind_dn', given.bind_dn]]),
    // Spaces may belong to a password.
    ...(given.bind_password === '' ? {} : { bind_password: given.bind_password }),
    attributes: { address: null, name: null, ...said(attributes.map((key) => [key, given[key]] as const)) },
  };
}
