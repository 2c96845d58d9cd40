import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { syncQuery } from '../requests/syncs';
import { LdapForm } from './LdapForm';
import { LdapFacts } from './LdapFacts';
import { RunList } from './RunList';
import { SyncState } from './SyncState';

/** From which directory server accounts are read, when, and how it went. */
export function LdapView() {
  const { t } = useTranslation('directory');
  const write = useMay('directory:write');
  const query = useQuery(syncQuery);
  return (
    <div className="imports-view">
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={8} /> : (
        <>
          <SyncState sync={query.data} />
          <Panel title={t('ldap.title')}>{write ? <LdapForm sync={query.data} /> : <LdapFacts sync={query.data} />}</Panel>
        </>
      )}
      <RunList />
    </div>
  );
}
