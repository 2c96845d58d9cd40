import { useTranslation } from 'react-i18next';
import type { Sync } from '../requests/syncs';

/** The settings, for whoever may not change them. */
export function LdapFacts({ sync: { settings } }: { sync: Sync }) {
  const { t } = useTranslation('directory');
  return settings === null ? <p>{t('ldap.none')}</p> : (
    <dl className="facts">
      <div><dt>{t('ldap.host')}</dt><dd className="any-name">{settings.host}:{settings.port}</dd></div>
      <div><dt>{t('ldap.security')}</dt><dd>{t(`ldap.security_${settings.security}`)}</dd></div>
      <div><dt>{t('ldap.base')}</dt><dd className="any-name">{settings.base}</dd></div>
      <div><dt>{t('ldap.filter')}</dt><dd className="any-name">{settings.filter}</dd></div>
      <div><dt>{t('ldap.schedule')}</dt><dd>{t(`ldap.schedule_${settings.schedule}`)}</dd></div>
    </dl>
  );
}
