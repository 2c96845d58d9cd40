import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/shared/session/me';

interface Props {
  administrators: readonly string[];
  /** The sentence with who they are. */
  children: (who: string) => ReactNode;
}

/** Who can turn archiving on; where nobody can yet, that somebody has to be appointed first, and where that is done. */
export function WhoEnables({ administrators, children }: Props) {
  const { t } = useTranslation('shared');
  const mayAppoint = useMay('admins:write');
  if (administrators.length > 0) {
    return <>{children(administrators.join(', '))}</>;
  }
  return mayAppoint ? <Link to="/admins">{t('archive.appoint_first')}</Link> : <>{t('archive.appoint_first')}</>;
}
