import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { useAct } from '@/shared/ui/useAct';
import { Waiting } from '@/shared/ui/Waiting';
import { endOtherSessions, endSession, type MySession, sessionsQuery } from './requests/sessions';

/** Where I am signed in; any of it can be ended. */
export function SessionsPanel() {
  const { t } = useTranslation('me');
  const query = useQuery(sessionsQuery);
  const act = useAct();
  const others = (query.data?.length ?? 0) > 1;
  const endAll = () => act({
    title: t('sessions.others_title'), text: t('sessions.others_text', { count: (query.data?.length ?? 1) - 1 }), yes: t('sessions.others'),
    run: endOtherSessions, changes: [sessionsQuery.queryKey],
  });
  return (
    <Panel title={t('sessions.title')} actions={others && <Button size="small" onClick={endAll}>{t('sessions.others')}</Button>}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={3} /> : (
        <div className="wide-box">
          <table className="plain-table">
            <thead>
              <tr>
                {(['what', 'client', 'began', 'used', 'ends'] as const).map((name) => <th key={name} scope="col">{t(`sessions.${name}`)}</th>)}
                <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
              </tr>
            </thead>
            <tbody>{query.data.map((one) => <Row key={one.id} one={one} />)}</tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Row({ one }: { one: MySession }) {
  const { t } = useTranslation('me');
  const act = useAct();
  const client = one.client ?? t('sessions.unknown');
  const end = () => act({ title: t('sessions.end_title'), text: t('sessions.end_text', { client }), yes: t('sessions.end'), run: () => endSession(one.id), changes: [sessionsQuery.queryKey] });
  return (
    <tr>
      <td>{t(`sessions.kind_${one.kind}`)}{one.second_factor && <div className="soft">{t('sessions.two_factors')}</div>}</td>
      <td>{client}</td>
      <td><Time at={one.began} /></td>
      <td><Time at={one.last_used} /></td>
      <td><Time at={one.expires_at} /></td>
      <td className="right">
        {one.current ? <strong>{t('sessions.this')}</strong> : <Button size="small" aria-label={`${t('sessions.end')}: ${client}`} onClick={end}>{t('sessions.end')}</Button>}
      </td>
    </tr>
  );
}
