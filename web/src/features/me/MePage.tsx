import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';
import { PasswordPanel } from './PasswordPanel';
import { PreferencesPanel } from './PreferencesPanel';
import { SecondFactorPanel } from './SecondFactorPanel';
import { SessionsPanel } from './SessionsPanel';
import { TokensPanel } from './TokensPanel';
import './me.css';

/** My own account: how the console looks to me, how I sign in, where I am signed in, and which programs act for me. */
export function MePage() {
  const { t } = useTranslation('me');
  return (
    <Page title={t('title')}>
      <div className="me">
        <PreferencesPanel />
        <PasswordPanel />
        <SecondFactorPanel />
        <SessionsPanel />
        <TokensPanel />
      </div>
    </Page>
  );
}
