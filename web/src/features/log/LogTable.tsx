import { CheckCircleOutlined, CloseCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Time } from '@/shared/ui/Time';
import type { Result } from './criteria';
import type { LogLine } from './requests/getLog';

interface Props {
  rows: readonly LogLine[];
  open: string | undefined;
  onOpen: (id: string) => void;
}

const COLUMNS = ['time', 'admin', 'type', 'what', 'object', 'reason', 'ip', 'result'] as const;

/** Entries, newest first; the time of each opens all of it. */
export function LogTable({ rows, open, onOpen }: Props) {
  const { t } = useTranslation('log');
  return (
    <div className="log-box" tabIndex={0} role="region" aria-label={t('table')}>
      <table className="plain-table log-table">
        <thead><tr>{COLUMNS.map((name) => <th key={name} scope="col">{t(`column.${name}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === open ? 'log-open' : undefined} aria-current={row.id === open || undefined}>
              <td><button type="button" className="log-link" aria-label={t('open', { what: row.sentence })} onClick={() => onOpen(row.id)}><Time at={row.time} style="seconds" /></button></td>
              <td className="log-long">{row.administrator}</td>
              <td><code>{row.type}</code></td>
              <td className="log-what">{row.sentence}</td>
              <td className="log-long">{row.object}</td>
              <td className="log-long">{row.reason}{row.case !== null && <div className="soft">{row.case}</div>}</td>
              <td className="log-ip">{row.ip}</td>
              <td><ResultWord result={row.result} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SIGNS = { ok: CheckCircleOutlined, failed: CloseCircleOutlined, denied: StopOutlined };

/** Never by colour alone. */
export function ResultWord({ result }: { result: Result }) {
  const { t } = useTranslation('log');
  const Sign = SIGNS[result];
  return <span className={result === 'ok' ? 'log-result' : 'log-result bad'}><Sign aria-hidden /> {t(`result.${result}`)}</span>;
}
