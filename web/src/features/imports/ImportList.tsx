import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importsQuery } from '@/shared/api/imports';
import type { Import } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { olderImportsQuery } from './olderImports';
import { StateWord } from './StateWord';

const NUMBERS = ['found', 'archived', 'merged', 'excluded', 'failed'] as const;

/** All imports, newest first. */
export function ImportList() {
  const { t } = useTranslation('imports');
  const query = useQuery(importsQuery);
  const cursor = query.data?.next_cursor ?? null;
  const older = useInfiniteQuery(olderImportsQuery(cursor));
  const rows = [...(query.data?.data ?? []), ...(older.data?.pages.flatMap((page) => page.data) ?? [])];
  const more = older.data === undefined ? cursor !== null : older.hasNextPage;
  return (
    <Panel title={t('list.title')}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={4} /> : rows.length === 0 ? <p>{t('list.empty')}</p> : <Rows rows={rows} />}
      {older.error !== null && <ProblemNote problem={older.error} />}
      {more && <Button className="more" loading={older.isFetching} onClick={() => void (older.data === undefined ? older.refetch() : older.fetchNextPage())}>{t('list.more')}</Button>}
    </Panel>
  );
}

function Rows({ rows }: { rows: readonly Import[] }) {
  const { t } = useTranslation('imports');
  return (
    <div className="wide-box">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('list.started')}</th><th scope="col">{t('list.what')}</th><th scope="col">{t('list.who')}</th><th scope="col">{t('list.state')}</th>
            {NUMBERS.map((name) => <th key={name} scope="col" className="right">{t(`balance.${name}`)}</th>)}
          </tr>
        </thead>
        <tbody>{rows.map((one) => <Row key={one.id} one={one} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ one }: { one: Import }) {
  const { t } = useTranslation('imports');
  const numbers = useNumbers();
  const [first] = one.files;
  const what = first === undefined ? t('kind.items') : one.files.length === 1 ? first.name : t('list.files', { name: first.name, count: one.files.length - 1 });
  return (
    <tr>
      <td><Link to={`/imports/${one.id}`}><Time at={one.started} /></Link></td>
      <td className="file-name">{what}{one.reason != null && <div className="soft">{one.reason}</div>}</td>
      <td>{one.who}</td>
      <td><StateWord one={one} /></td>
      {NUMBERS.map((name) => <td key={name} className={name === 'failed' && one.balance.failed > 0 ? 'right bad' : 'right'}>{numbers.count(one.balance[name])}</td>)}
    </tr>
  );
}
