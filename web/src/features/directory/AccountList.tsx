import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { type Account, accountsQuery, type Filter } from './requests/accounts';
import { StateWord } from './StateWord';

const COLUMNS = ['address', 'name', 'aliases', 'departments', 'state', 'since', 'source'] as const;

/** The accounts that the filter lets through, by address. */
export function AccountList({ filter, onOpen }: { filter: Filter; onOpen: (id: string) => void }) {
  const { t } = useTranslation(['directory', 'shared']);
  const numbers = useNumbers();
  const query = useInfiniteQuery(accountsQuery(filter));
  const total = query.data?.pages[0]?.total;
  const rows = query.data?.pages.flatMap((page) => page.data) ?? [];
  const narrowed = filter.text !== '' || filter.state !== '' || filter.source !== '' || filter.department !== '';
  return (
    <>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={8} lineHeight={32} /> : (
        <div className={query.isPlaceholderData ? 'older' : undefined} aria-busy={query.isPlaceholderData}>
          <p role="status" className="soft">{t('accounts.count', { count: total ?? 0, number: numbers.count(total ?? 0) })}</p>
          {rows.length === 0 ? <p>{t(narrowed ? 'accounts.none_found' : 'accounts.none')}</p> : (
            <div className="wide-box">
              <table className="plain-table" aria-rowcount={total}>
                <thead><tr>{COLUMNS.map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
                <tbody>{rows.map((account) => <Row key={account.id} account={account} onOpen={onOpen} />)}</tbody>
              </table>
            </div>
          )}
          {query.hasNextPage && <Button className="more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('shared:action.more')}</Button>}
        </div>
      )}
    </>
  );
}

function Row({ account, onOpen }: { account: Account; onOpen: (id: string) => void }) {
  const { t } = useTranslation('directory');
  const { id, address, name, aliases, departments, state_since: since, source } = account;
  return (
    <tr>
      <td><button type="button" className="text-button any-name" onClick={() => onOpen(id)}>{address}</button></td>
      <td className="any-name">{name}</td>
      <td className="any-name">{aliases.map((alias) => <div key={alias}>{alias}</div>)}</td>
      <td className="any-name">{departments.map((department) => <div key={department.id}>{department.path.join(' / ')}</div>)}</td>
      <td><StateWord state={account.state} /></td>
      <td><Time at={since} /></td>
      <td>{t(`source.${source}`)}</td>
    </tr>
  );
}
