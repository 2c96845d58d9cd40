import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Page } from '@/shared/ui/Page';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { AdminDrawer } from './AdminDrawer';
import { AdminTable } from './AdminTable';
import { AppointDialog } from './AppointDialog';
import { useGrantable } from './grantable';
import { InvitationOnce } from './InvitationOnce';
import { PolicyPanel } from './PolicyPanel';
import { adminsQuery, type Appointed } from './requests/admins';
import { RoleMatrix } from './RoleMatrix';
import './admins.css';

/** Who has which role, how they sign in, and by which rules; the person of the URL is open beside it. */
export function AdminsPage() {
  const { t } = useTranslation('admins');
  const { id } = useParams();
  const navigate = useNavigate();
  const query = useQuery(adminsQuery);
  const mayAppoint = useGrantable().length > 0;
  const [appointing, setAppointing] = useState(false);
  const [invited, setInvited] = useState<Appointed>();
  const open = query.data?.find((one) => one.id === id);
  return (
    <Page title={t('title')} actions={mayAppoint && <Button type="primary" onClick={() => setAppointing(true)}>{t('appoint.button')}</Button>}>
      {invited !== undefined && <InvitationOnce appointed={invited} onDone={() => setInvited(undefined)} />}
      <div className="admins">
        <Panel title={t('list.title')}>
          {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
          {query.data === undefined ? query.error === null && <Waiting lines={5} lineHeight={34} /> : <AdminTable admins={query.data} />}
          {id !== undefined && query.data !== undefined && open === undefined && <p role="status">{t('list.unknown')}</p>}
        </Panel>
        <PolicyPanel />
        <RoleMatrix />
      </div>
      {open !== undefined && <AdminDrawer admin={open} onInvited={setInvited} onClose={() => void navigate('/admins')} />}
      {appointing && <AppointDialog onAppointed={setInvited} onClose={() => setAppointing(false)} />}
    </Page>
  );
}
