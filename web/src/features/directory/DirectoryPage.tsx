import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '@/shared/session/me';
import { Page } from '@/shared/ui/Page';
import { AccountsView } from './AccountsView';
import './directory.css';

const ImportsView = lazy(async () => ({ default: (await import('./ImportsView')).ImportsView }));
const UnknownView = lazy(async () => ({ default: (await import('./UnknownView')).UnknownView }));
const LdapView = lazy(async () => ({ default: (await import('./ldap/LdapView')).LdapView }));
const DomainsView = lazy(async () => ({ default: (await import('./DomainsView')).DomainsView }));

const views = ['accounts', 'unknown', 'imports', 'ldap', 'domains'] as const;

/** Who is in the organisation, and where: departments, accounts, and where they come from. */
export function DirectoryPage() {
  const { t } = useTranslation('directory');
  const [params] = useSearchParams();
  const write = useMay('directory:write');
  const view = views.find((one) => one === params.get('view')) ?? 'accounts';
  return (
    <Page title={t('title')}>
      <nav className="views" aria-label={t('views')}>
        {views.map((one) => <Link key={one} to={one === 'accounts' ? '/directory' : `/directory?view=${one}`} aria-current={one === view ? 'page' : undefined}>{t(`view.${one}`)}</Link>)}
      </nav>
      {!write && <p className="hint">{t('read_only')}</p>}
      <Suspense>
        {view === 'accounts' && <AccountsView />}
        {view === 'unknown' && <UnknownView />}
        {view === 'imports' && <ImportsView />}
        {view === 'ldap' && <LdapView />}
        {view === 'domains' && <DomainsView />}
      </Suspense>
    </Page>
  );
}
