import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNumbers } from '@/shared/format/numbers';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { runsQuery, type SyncRun } from '../requests/syncs';

/** How the last readings went, newest first. */
export function RunList() {
  const { t } = useTranslation('directory');
  const query = useQuery(runsQuery);
  return (
    <Panel title={t('runs.title')}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={4} /> : query.data.length === 0 ? <p>{t('runs.none')}</p> : (
        <div className="wide-box">
          <table className="plain-table">
            <thead>
              <tr>
                {(['begun', 'who', 'outcome'] as const).map((name) => <th key={name} scope="col">{t(`runs.${name}`)}</th>)}
                {(['entries', 'skipped'] as const).map((name) => <th key={name} scope="col" className="right">{t(`runs.${name}`)}</th>)}
              </tr>
            </thead>
            <tbody>{query.data.map((run) => <Row key={run.id} run={run} />)}</tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Row({ run }: { run: SyncRun }) {
  const { t } = useTranslation('directory');
  const numbers = useNumbers();
  const { begun, begun_by: who, outcome, entries, skipped, import_id: change, problem } = run;
  return (
    <tr>
      <td><Time at={begun} /></td>
      <td className="any-name">{who === 'system' ? t('runs.by_itself') : who}</td>
      <td className={outcome === 'failed' ? 'bad any-name' : 'any-name'}>
        {t(`sync.outcome_${outcome}`)}
        {change !== null && <> · <Link to={`/directory?view=imports&import=${change}`}>{t('sync.changes')}</Link></>}
        {problem !== null && <div>{problem}</div>}
      </td>
      <td className="right">{numbers.count(entries)}</td>
      <td className="right">{numbers.count(skipped)}</td>
    </tr>
  );
}
