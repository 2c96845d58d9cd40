import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/schema';
import { saveFile } from '@/shared/format/csv';
import { useNumbers } from '@/shared/format/numbers';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { useComplaint } from '@/shared/ui/useComplaint';
import { Waiting } from '@/shared/ui/Waiting';
import { failuresAsCsv, failuresQuery } from './getFailures';
import { isRunning } from './getImport';

/** More rows than this are better read in the file. */
const SHOWN = 500;

/** What could not be imported: where it stands in which file, and why. */
export function Failures({ one }: { one: Import }) {
  const { t } = useTranslation('imports');
  const { id, balance: { failed: count } } = one;
  const numbers = useNumbers();
  const complain = useComplaint();
  const query = useQuery(failuresQuery(id, isRunning(one)));
  const save = () => failuresAsCsv(id).then((file) => saveFile(`${id}-failures.csv`, file), complain);
  return (
    <div id="failures">
      <Panel title={t('failures.title', { count, messages: numbers.count(count) })} actions={<Button size="small" onClick={() => void save()}>{t('failures.csv')}</Button>}>
        {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
        {query.data === undefined ? query.error === null && <Waiting lines={4} /> : (
          <div className="table-box" tabIndex={0} role="region" aria-label={t('failures.table')}>
            <table className="plain-table">
              <thead><tr><th scope="col">{t('file')}</th><th scope="col" className="right">{t('failures.position')}</th><th scope="col">{t('failures.reason')}</th></tr></thead>
              <tbody>
                {query.data.slice(0, SHOWN).map((failure, index) => (
                  <tr key={index}><td className="file-name">{failure.path}</td><td className="right">{numbers.count(failure.position)}</td><td>{failure.reason}</td></tr>
                ))}
              </tbody>
            </table>
            {count > SHOWN && <p className="hint">{t('failures.more', { shown: numbers.count(SHOWN), messages: numbers.count(count) })}</p>}
          </div>
        )}
      </Panel>
    </div>
  );
}
