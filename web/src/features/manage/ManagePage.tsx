import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useParams } from 'react-router';
import { useParts } from '@/shared/parts/parts';
import { useMay } from '@/shared/session/me';
import { Page } from '@/shared/ui/Page';
import { Waiting } from '@/shared/ui/Waiting';
import { SummaryTab } from './SummaryTab';
import './manage.css';

// The page opens on its summary; what the other tabs need comes with them.
const AccountsTab = lazy(async () => ({ default: (await import('./AccountsTab')).AccountsTab }));
const HistoryTab = lazy(async () => ({ default: (await import('./HistoryTab')).HistoryTab }));

const tabs = { summary: SummaryTab, accounts: AccountsTab, rules: Rules, history: HistoryTab } as const;
const names = Object.keys(tabs) as (keyof typeof tabs)[];

/** Whose mail is archived, since when, and by whose hand. Who may only read sees the same without buttons. */
export function ManagePage() {
  const { t } = useTranslation('manage');
  const { tab } = useParams();
  const mayReadRules = useMay('rules:read');
  const shown = names.filter((one) => one !== 'rules' || mayReadRules);
  const name = shown.find((one) => one === tab);
  if (name === undefined) {
    return <Navigate to="/manage/summary" replace />;
  }
  const Tab = tabs[name];
  return (
    <Page title={t('title')}>
      <nav className="manage-tabs" aria-label={t('tabs')}>
        {shown.map((one) => <NavLink key={one} to={`/manage/${one}`}>{t(`tab.${one}`)}</NavLink>)}
      </nav>
      <div className="manage"><Suspense fallback={<Waiting lines={16} />}><Tab /></Suspense></div>
    </Page>
  );
}

/** The rules' own tab, lent by their feature. */
function Rules() {
  const { RulesTab } = useParts();
  return <RulesTab />;
}
