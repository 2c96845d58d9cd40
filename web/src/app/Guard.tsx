import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import type { Role } from '@/shared/api/schema';
import type { Capability } from '@/shared/session/capabilities';
import { useMay } from '@/shared/session/me';
import { Page } from '@/shared/ui/Page';

interface Props {
  may: Capability;
  /** The role that brings it, to be named to whoever may not. */
  role: Role;
}

/** Around pages that not everybody may use; others are told which role it takes, and who can grant it. */
export function Guard({ may, role }: Props) {
  const { t } = useTranslation(['app', 'shared']);
  return useMay(may) ? <Outlet /> : (
    <Page title={t('forbidden.title')}>
      <p>{t(role === 'operator' ? 'forbidden.text_operator' : 'forbidden.text', { role: t(`shared:role.${role}`) })}</p>
    </Page>
  );
}
