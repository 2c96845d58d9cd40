import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useParams } from 'react-router';
import { Page } from '@/shared/ui/Page';
import { AccountsTab } from './AccountsTab';
import { HistoryTab } from './HistoryTab';
import { SummaryTab } from './SummaryTab';
import './manage.css';

const tabs = { summary: SummaryTab, accounts: AccountsTab, history: HistoryTab } as const;
const names = Object.keys(tabs) as (keyof typeof tabs)[];

/** Whose mail is archived, since when, and by whose hand. Who may only read sees the same without buttons. */
export function ManagePage() {
  const { t } = useTranslation('manage');
  const { tab } = useParams();
  const name = names.find((one) => one === tab);
  if (name === undefined) {
    return <Navigate to="/manage/summary" replace />;
  }
  const Tab = tabs[name];
  return (
    <Page title={t('title')}>
      <nav className="manage-tabs" aria-label={t('tabs')}>
        {names.map((one) => <NavLink key={one} to={`/manage/${one}`}>{t(`tab.${one}`)}</NavLink>)}
      </nav>
      <div className="manage"><Tab /></div>
    </Page>
  );
}
