import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';
import { followEvents } from '@/shared/api/events';
import { PartsContext } from '@/shared/parts/parts';
import { useMay } from '@/shared/session/me';
import { parts } from '../parts';
import { LastSignIn } from './LastSignIn';
import { MainMenu } from './MainMenu';
import { Notices } from './Notices';
import { OfflineBar } from './OfflineBar';
import { ShortcutSheet } from './ShortcutSheet';
import { SignedOut } from './SignedOut';
import { TopBar } from './TopBar';
import { useGlobalShortcuts } from './useGlobalShortcuts';

/** What is around every page: menu, bar, and the dialogs that can lie over all of them. */
export function Shell() {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const [sheet, setSheet] = useState(false);
  const follows = useMay('system:read');
  useEffect(() => (follows ? followEvents(client) : undefined), [client, follows]);
  useGlobalShortcuts(() => setSheet(true));
  return (
    <div className="shell">
      <a className="skip" href="#content">{t('skip')}</a>
      <MainMenu />
      <TopBar onKeys={() => setSheet(true)} />
      <main id="content" className="content" tabIndex={-1}>
        <OfflineBar />
        <LastSignIn />
        <Notices />
        <Suspense>
          <PartsContext value={parts}>
            <Outlet />
          </PartsContext>
        </Suspense>
      </main>
      <ScrollRestoration />
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
      <SignedOut />
    </div>
  );
}
