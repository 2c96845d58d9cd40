import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNumbers } from '@/shared/format/numbers';
import { formatDay } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { useMay } from '@/shared/session/me';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { ResultWord } from './LogTable';
import { type Entry, entryQuery } from './requests/getEntry';

/** All of one entry: its fields, what changed, its JSON and the proof that it is in the log. */
export function EntryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('log');
  const { time_zone: zone, language } = usePreferences();
  const query = useQuery(entryQuery(id, zone, language));
  return (
    <Drawer open title={t('entry', { id })} size="large" onClose={onClose}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={10} /> : <Whole entry={query.data} />}
    </Drawer>
  );
}

function Whole({ entry }: { entry: Entry }) {
  const { t } = useTranslation('log');
  const numbers = useNumbers();
  const json = JSON.stringify(entry, null, 2);
  const changed = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])];
  return (
    <div className="log-entry">
      <p className="log-sentence">{entry.sentence}</p>
      <Again entry={entry} />
      <dl>
        <Fact name={t('column.time')}><Time at={entry.time} style="full" /></Fact>
        <Fact name={t('column.admin')}>{entry.administrator}</Fact>
        <Fact name={t('column.type')}><code>{entry.type}</code></Fact>
        <Fact name={t('column.result')}><ResultWord result={entry.result} /></Fact>
        {entry.object !== null && <Fact name={t('column.object')}>{entry.object}<CopyButton text={entry.object} /></Fact>}
        {entry.reason !== null && <Fact name={t('field.reason')}>{entry.reason}</Fact>}
        {entry.case !== null && <Fact name={t('field.case')}>{entry.case}</Fact>}
        {entry.ip !== null && <Fact name={t('column.ip')}>{entry.ip}</Fact>}
        <Fact name={t('field.place')}>{numbers.count(entry.place)}</Fact>
      </dl>
      {changed.length > 0 && (
        <>
          <h3>{t('changed')}</h3>
          <table className="plain-table">
            <thead><tr><th scope="col">{t('change.field')}</th><th scope="col">{t('change.before')}</th><th scope="col">{t('change.after')}</th></tr></thead>
            <tbody>{changed.map((name) => <tr key={name}><td><code>{name}</code></td><td>{entry.before[name] ?? ''}</td><td>{entry.after[name] ?? ''}</td></tr>)}</tbody>
          </table>
        </>
      )}
      <h3>{t('proof')}</h3>
      <Note kind={entry.evidence.covered ? 'good' : 'info'}>
        {entry.evidence.covered ? t('covered', { index: numbers.count(entry.evidence.leaf_index), size: numbers.count(entry.evidence.tree_size) }) : t('not_covered')}
      </Note>
      {entry.evidence.covered && <pre className="log-pre" tabIndex={0} aria-label={t('checkpoint')}>{entry.evidence.checkpoint}</pre>}
      <h3>{t('json')} <CopyButton text={json} label={t('json')} /></h3>
      <pre className="log-pre" tabIndex={0} aria-label={t('json')}>{json}</pre>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

/** The same search for whoever may search; days are those of the reader's zone. */
function Again({ entry }: { entry: Entry }) {
  const { t } = useTranslation('log');
  const { time_zone: zone } = usePreferences();
  const { query, from, to, by } = entry.detail;
  if (!useMay('search:run') || entry.type !== 'search.run' || query === undefined) {
    return null;
  }
  const today = formatDay(new Date(), zone);
  const date = from === undefined && to === undefined ? 'all' : `${from === undefined ? '1970-01-01' : formatDay(from, zone)}..${to === undefined ? today : formatDay(to, zone)}`;
  const params = new URLSearchParams({ q: query, date, tz: zone, by: by === 'ARCHIVED' ? 'archived' : 'sent' });
  return <p><Link to={`/search?${params.toString()}`}>{t('search_again')}</Link></p>;
}
