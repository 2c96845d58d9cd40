import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { historyQuery, type Span } from './requests/accounts';

/** Where an account was from when until when, and which addresses it had: the newest first. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation('directory');
  const query = useQuery(historyQuery(id));
  if (query.error !== null) {
    return <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) {
    return <Waiting lines={4} />;
  }
  const { memberships, addresses } = query.data;
  return (
    <>
      <h3 className="history">{t('history.memberships')}</h3>
      {memberships.length === 0 ? <p>{t('history.nowhere')}</p> : <Spans what={t('column.departments')} rows={memberships.map((one) => ({ ...one, text: one.path.join(' / ') }))} />}
      <h3 className="history">{t('history.addresses')}</h3>
      <Spans what={t('column.address')} rows={addresses.map((one) => ({ ...one, text: one.address }))} />
    </>
  );
}

function Spans({ what, rows }: { what: string; rows: readonly (Span & { text: string })[] }) {
  const { t } = useTranslation('directory');
  return (
    <table className="plain-table">
      <thead><tr><th scope="col">{what}</th><th scope="col">{t('history.since')}</th><th scope="col">{t('history.until')}</th></tr></thead>
      <tbody>
        {rows.map(({ text, since, until }, index) => (
          <tr key={index}>
            <td className="any-name">{text}</td>
            <td>{since === null ? t('history.ever') : <Time at={since} />}</td>
            <td>{until === null ? t('history.now') : <Time at={until} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
