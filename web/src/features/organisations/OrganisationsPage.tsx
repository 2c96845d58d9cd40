import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { ChangeDialog } from './ChangeDialog';
import { NewDialog } from './NewDialog';
import { type Organisation, organisationsQuery } from './organisations';
import { OrganisationTable } from './OrganisationTable';
import './organisations.css';

/** The organisations of this machine, for whoever operates it; shows nothing of any mail. */
export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  const [making, setMaking] = useState(false);
  const [changing, setChanging] = useState<Organisation>();
  const query = useQuery(organisationsQuery);
  return (
    <Page title={t('title')} actions={<Button type="primary" onClick={() => setMaking(true)}>{t('new.open')}</Button>}>
      <Panel title={t('list')}>
        <p className="hint">{t('intro')}</p>
        {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
        {query.data === undefined ? query.error === null && <Waiting lines={4} /> : <OrganisationTable organisations={query.data} onChange={setChanging} />}
      </Panel>
      {making && <NewDialog onClose={() => setMaking(false)} />}
      {changing !== undefined && <ChangeDialog key={changing.id} organisation={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}
