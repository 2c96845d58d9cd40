import { useTranslation } from 'react-i18next';
import type { Admin } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import { StateWord } from './StateWord';

/** What is known of a person, a line each. */
export function AdminFacts({ admin }: { admin: Admin }) {
  const { t } = useTranslation(['admins', 'shared']);
  const numbers = useNumbers();
  const { address, roles, second_factors: factors, last_sign_in: last, sessions, tokens, created, invitation_expires_at: until } = admin;
  return (
    <dl className="facts">
      <div><dt>{t('column.address')}</dt><dd className="any-name">{address}</dd></div>
      <div><dt>{t('column.state')}</dt><dd><StateWord admin={admin} /></dd></div>
      <div><dt>{t('column.roles')}</dt><dd>{roles.length === 0 ? t('no_role') : roles.map((role) => t(`shared:role.${role}`)).join(' · ')}</dd></div>
      <div><dt>{t('column.factor')}</dt><dd>{factors.length === 0 ? t('factor.none') : factors.map((factor) => t(`factor.${factor}`)).join(' · ')}</dd></div>
      <div><dt>{t('column.last')}</dt><dd>{last == null ? t('never') : <><Time at={last.at} /> · {last.client}</>}</dd></div>
      <div><dt>{t('column.sessions')}</dt><dd>{numbers.count(sessions)}</dd></div>
      <div><dt>{t('column.tokens')}</dt><dd>{numbers.count(tokens)}</dd></div>
      <div><dt>{t('column.created')}</dt><dd><Time at={created} /></dd></div>
      {until !== null && <div><dt>{t('column.invitation')}</dt><dd><Time at={until} /></dd></div>}
    </dl>
  );
}
