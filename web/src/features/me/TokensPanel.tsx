import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapabilityWords } from '@/shared/session/capability';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { useAct } from '@/shared/ui/useAct';
import { Waiting } from '@/shared/ui/Waiting';
import { revokeToken, type Token, tokensQuery } from './requests/tokens';
import { TokenOnce } from './TokenOnce';

const NewTokenDialog = lazy(async () => ({ default: (await import('./NewTokenDialog')).NewTokenDialog }));

/** Tokens with which programs act for me, within the scopes I gave them. */
export function TokensPanel() {
  const { t } = useTranslation('me');
  const query = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string>();
  return (
    <Panel title={t('tokens.title')} actions={query.data !== undefined && <Button size="small" onClick={() => setMaking(true)}>{t('tokens.new')}</Button>}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {made !== undefined && <TokenOnce token={made} onDone={() => setMade(undefined)} />}
      {query.data === undefined ? query.error === null && <Waiting lines={3} /> : query.data.data.length === 0 ? <p>{t('tokens.none')}</p> : <Rows tokens={query.data.data} />}
      {making && query.data !== undefined && <Suspense><NewTokenDialog scopes={query.data.scopes} onMade={setMade} onClose={() => setMaking(false)} /></Suspense>}
    </Panel>
  );
}

function Rows({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation('me');
  return (
    <div className="wide-box">
      <table className="plain-table">
        <thead>
          <tr>
            {(['name', 'scopes', 'networks', 'expires', 'used'] as const).map((name) => <th key={name} scope="col">{t(`tokens.${name}`)}</th>)}
            <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
          </tr>
        </thead>
        <tbody>{tokens.map((token) => <Row key={token.id} token={token} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ token }: { token: Token }) {
  const { t } = useTranslation('me');
  const words = useCapabilityWords();
  const act = useAct();
  const { id, name, scopes, networks, created, expires_at: expires, last_used: used, last_client: client } = token;
  const revoke = () => act({ title: t('tokens.revoke_title', { name }), text: t('tokens.revoke_text'), yes: t('tokens.revoke'), run: () => revokeToken(id), changes: [tokensQuery.queryKey] });
  return (
    <tr>
      <td className="any-name">{name}<div className="soft">{t('tokens.created')} <Time at={created} /></div></td>
      <td>{scopes.map((scope) => <div key={scope}>{words(scope)}</div>)}</td>
      <td>{networks.length === 0 ? t('tokens.anywhere') : networks.map((network) => <div key={network}>{network}</div>)}</td>
      <td><Time at={expires} /></td>
      <td>{used === null ? t('tokens.never') : <><Time at={used} />{client !== null && <div className="soft">{client}</div>}</>}</td>
      <td className="right"><Button size="small" danger aria-label={`${t('tokens.revoke')}: ${name}`} onClick={revoke}>{t('tokens.revoke')}</Button></td>
    </tr>
  );
}
