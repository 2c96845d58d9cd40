import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { AccountDialog } from './AccountDialog';
import { History } from './History';
import { accountQuery } from './requests/accounts';
import { StateWord } from './StateWord';

/** One account: what is known of it, and where it was from when until when. */
export function AccountDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('directory');
  const write = useMay('directory:write');
  const query = useQuery(accountQuery(id));
  const [editing, setEditing] = useState(false);
  const account = query.data;
  return (
    <Drawer
      open
      title={account?.address ?? t('account.title')}
      size={520}
      onClose={onClose}
      extra={write && account !== undefined && <Button size="small" onClick={() => setEditing(true)}>{t('account.edit')}</Button>}
    >
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {account === undefined ? query.error === null && <Waiting lines={6} /> : (
        <>
          <dl className="facts">
            <div><dt>{t('column.name')}</dt><dd className="any-name">{account.name === '' ? '—' : account.name}</dd></div>
            <div><dt>{t('column.aliases')}</dt><dd className="any-name">{account.aliases.length === 0 ? '—' : account.aliases.join(', ')}</dd></div>
            <div><dt>{t('column.departments')}</dt><dd>{account.departments.length === 0 ? '—' : account.departments.map(({ id: one, path }) => <div key={one}>{path.join(' / ')}</div>)}</dd></div>
            <div><dt>{t('column.state')}</dt><dd><StateWord state={account.state} /> <Time at={account.state_since} /></dd></div>
            <div><dt>{t('column.source')}</dt><dd>{t(`source.${account.source}`)}</dd></div>
            <div><dt>{t('account.created')}</dt><dd><Time at={account.created} /></dd></div>
          </dl>
          <History id={id} />
          {editing && <AccountDialog account={account} onClose={() => setEditing(false)} />}
        </>
      )}
    </Drawer>
  );
}
