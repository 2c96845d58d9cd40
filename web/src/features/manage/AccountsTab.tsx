import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { AccountFilters } from './AccountFilters';
import { AccountTable } from './AccountTable';
import { accountsQuery, type Filter, filterParams } from './requests/accounts';
import { saveTable } from './requests/saveTable';
import type { Act } from './requests/turnAccounts';
import { useFilter } from './useFilter';

const ActDialog = lazy(async () => ({ default: (await import('./ActDialog')).ActDialog }));
const AccountDialog = lazy(async () => ({ default: (await import('./AccountDialog')).AccountDialog }));

/** Whose mail is archived; opened and closed here, as many at once as are chosen. */
export function AccountsTab() {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  const mayWrite = useMay('accounts:write');
  const [filter, setFilter] = useFilter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<{ act: Act; addresses?: readonly string[] }>();
  const [shown, setShown] = useState<string>();
  const [failed, setFailed] = useState<unknown>();
  const query = useInfiniteQuery(accountsQuery(filter));
  const rows = query.data?.pages.flatMap((page) => page.data) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;

  /** What the filter hides is not chosen any more: nobody opens or closes what she does not see. */
  const narrow = (next: Filter) => {
    setChosen(new Set());
    setFilter(next);
  };
  const save = () => saveTable(`/accounts?${filterParams(filter).toString()}`, 'accounts.csv').catch(setFailed);
  const actions = (
    <div className="manage-actions">
      {mayWrite && (
        <>
          <Button disabled={chosen.size === 0} onClick={() => setAct({ act: 'open', addresses: [...chosen] })}>{t('accounts.open', { count: chosen.size })}</Button>
          <Button disabled={chosen.size === 0} onClick={() => setAct({ act: 'close', addresses: [...chosen] })}>{t('accounts.close', { count: chosen.size })}</Button>
          <Button onClick={() => setAct({ act: 'open' })}>{t('accounts.open_list')}</Button>
          <Button onClick={() => setAct({ act: 'close' })}>{t('accounts.close_list')}</Button>
        </>
      )}
      <Button onClick={() => void save()}>{t('csv')}</Button>
    </div>
  );
  return (
    <Panel title={t('accounts.title')} actions={actions}>
      {failed !== undefined && <ProblemNote problem={failed} />}
      <AccountFilters filter={filter} onChange={narrow} />
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      <p role="status" className="soft">{query.data !== undefined && t('accounts.found', { count: total, total: numbers.count(total), chosen: numbers.count(chosen.size) })}</p>
      {query.data === undefined ? query.error === null && <Waiting lines={8} />
        : rows.length === 0 ? <p>{t(Object.keys(filter).length === 0 ? 'accounts.empty' : 'accounts.none')}</p>
          : <AccountTable rows={rows} chosen={chosen} onChoose={mayWrite ? setChosen : undefined} onShow={setShown} />}
      {query.hasNextPage && <Button className="more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button>}
      {act !== undefined && (
        <Suspense><ActDialog {...act} onDone={() => { setAct(undefined); setChosen(new Set()); }} onClose={() => setAct(undefined)} /></Suspense>
      )}
      {shown !== undefined && <Suspense><AccountDialog id={shown} onClose={() => setShown(undefined)} /></Suspense>}
    </Panel>
  );
}
