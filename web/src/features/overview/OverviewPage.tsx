import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { archiveQuery } from '@/shared/api/archive';
import { statusQuery } from '@/shared/api/status';
import { useShortcuts } from '@/shared/keys/keys';
import { useMay } from '@/shared/session/me';
import { Page } from '@/shared/ui/Page';
import { Backlog } from './Backlog';
import { Coverage } from './Coverage';
import { NextSteps } from './NextSteps';
import { PerDay } from './PerDay';
import { Storage } from './Storage';
import { Summary } from './Summary';
import { Today } from './Today';
import './overview.css';

/** Whether everything is being archived, in one look; shows nothing of any mail. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  return useMay('archive:read') ? <Overview /> : <Page title={t('title')}><p>{t('not_for_you')}</p></Page>;
}

function Overview() {
  const { t } = useTranslation('overview');
  const client = useQueryClient();
  const archive = useQuery(archiveQuery);
  const status = useQuery(statusQuery);
  useShortcuts(t('title'), [{ keys: 'r', label: t('refresh'), run: () => void client.invalidateQueries() }]);
  const begun = archive.data === undefined || status.data === undefined || (archive.data.last_turned_on !== null && status.data.counts.archived > 0);
  return (
    <Page title={t('title')}>
      <div className="overview">
        {!begun && <NextSteps archive={archive.data} messages={status.data.counts.archived} />}
        <Summary />
        <div className="overview-three">
          <Today />
          <Backlog />
          <Storage />
        </div>
        <PerDay />
        <Coverage />
      </div>
    </Page>
  );
}
