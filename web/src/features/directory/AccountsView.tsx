import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { AccountDialog } from './AccountDialog';
import { AccountDrawer } from './AccountDrawer';
import { AccountFilter } from './AccountFilter';
import { AccountList } from './AccountList';
import { DepartmentPanel } from './DepartmentPanel';
import { useFilter } from './useFilter';

/** The departments on the left, the accounts on the right; one account opens beside them. */
export function AccountsView() {
  const { t } = useTranslation('directory');
  const write = useMay('directory:write');
  const { filter, set, open, setOpen } = useFilter();
  const [adding, setAdding] = useState(false);
  return (
    <div className="directory">
      <DepartmentPanel selected={filter.department} onSelect={(department) => set({ department })} />
      <Panel title={t('accounts.title')} actions={write && <Button size="small" onClick={() => setAdding(true)}>{t('accounts.add')}</Button>}>
        <AccountFilter filter={filter} onChange={set} />
        <AccountList filter={filter} onOpen={setOpen} />
      </Panel>
      {open !== null && <AccountDrawer key={open} id={open} onClose={() => setOpen(null)} />}
      {adding && <AccountDialog department={filter.department} onClose={() => setAdding(false)} />}
    </div>
  );
}
