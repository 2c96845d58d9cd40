import { expect, it } from 'vitest';
import { fieldsOf, settingsOf } from './fields';

const nothing = { settings: null, password_set: false, last_begun: null, next: null, running: false };

it('leaves to its preset what nobody filled in, and never sends an empty password', () => {
  const settings = settingsOf({ ...fieldsOf(nothing), host: ' ldap.example.org ', base: 'dc=example,dc=org' });
  expect(settings).toEqual({
    host: 'ldap.example.org', base: 'dc=example,dc=org', security: 'ldaps', departments: 'ou', schedule: 'off', hour: 2, page_size: null, leave_percent: 10, leave_accounts: 200,
    filter: '(mail=*)', attributes: { address: 'mail', name: 'cn' },
  });
});

it('says some hour where none is asked for', () => {
  expect(settingsOf({ ...fieldsOf(nothing), schedule: 'hour', hour: null }).hour).toBe(2);
});

it('keeps a password as it was typed', () => {
  expect(settingsOf({ ...fieldsOf(nothing), bind_password: ' with spaces ' }).bind_password).toBe(' with spaces ');
});

it('changes nothing of what is set when it is saved as it is', () => {
  const set = {
    host: 'h', port: 389, security: 'plain' as const, base: 'b', filter: '(uid=*)', attributes: { address: 'mail', name: 'cn', id: 'entryUUID' },
    departments: 'attribute' as const, page_size: 500, schedule: 'day' as const, hour: 4, leave_percent: 5, leave_accounts: 20,
  };
  expect(settingsOf(fieldsOf({ ...nothing, settings: set }))).toEqual(set);
});
