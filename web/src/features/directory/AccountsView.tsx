import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { AccountFilter } from './AccountFilter';
import { AccountList } from './AccountList';
import { DepartmentPanel } from './DepartmentPanel';
import { useFilter } from './useFilter';

const AccountDialog = lazy(async () => ({ default: (await import('./AccountDialog')).AccountDialog }));
const AccountDrawer = lazy(async () => ({ default: (await import('./AccountDrawer')).AccountDrawer }));

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
      <Suspense>
        {open !== null && <AccountDrawer key={open} id={open} onClose={() => setOpen(null)} />}
        {adding && <AccountDialog department={filter.department} onClose={() => setAdding(false)} />}
      </Suspense>
    </div>
  );
}
