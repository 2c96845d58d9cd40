import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useHasRole } from '@/shared/session/me';
import { Page } from '@/shared/ui/Page';

const ROLE = 'archive_administrator';

/** Around pages for archive administrators; others are told which role it takes, and who can grant it. */
export function ForArchiveAdministrators() {
  const { t } = useTranslation(['app', 'shared']);
  return useHasRole(ROLE) ? <Outlet /> : (
    <Page title={t('forbidden.title')}>
      <p>{t('forbidden.text', { role: t(`shared:role.${ROLE}`) })}</p>
    </Page>
  );
}
