import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { useAct } from '@/shared/ui/useAct';
import { Waiting } from '@/shared/ui/Waiting';
import { DomainDialog } from './DomainDialog';
import { domainsQuery, type MailDomain, removeDomain } from './requests/domains';

/** The organisation's mail domains, and which stand for others. */
export function DomainsView() {
  const { t } = useTranslation('directory');
  const write = useMay('directory:write');
  const query = useQuery(domainsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Panel title={t('domains.title')} actions={write && query.data !== undefined && <Button size="small" onClick={() => setAdding(true)}>{t('domains.add')}</Button>}>
      <p className="soft">{t('domains.about')}</p>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={3} /> : <Rows domains={query.data} write={write} />}
      {adding && query.data !== undefined && <DomainDialog domains={query.data} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Rows({ domains, write }: { domains: readonly MailDomain[]; write: boolean }) {
  const { t } = useTranslation('directory');
  const numbers = useNumbers();
  const act = useAct();
  const remove = (name: string) => act({ title: t('domains.remove_title', { name }), text: t('domains.remove_text'), yes: t('domains.remove'), run: () => removeDomain(name), changes: [domainsQuery.queryKey] });
  return (
    <table className="plain-table domains">
      <thead>
        <tr>
          <th scope="col">{t('domains.name')}</th><th scope="col">{t('domains.alias_of')}</th><th scope="col" className="right">{t('domains.accounts')}</th>
          {write && <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>}
        </tr>
      </thead>
      <tbody>
        {domains.map(({ name, alias_of: aliasOf, accounts }) => (
          <tr key={name}>
            <td className="any-name">{name}</td><td>{aliasOf ?? '—'}</td><td className="right">{numbers.count(accounts)}</td>
            {write && <td className="right"><Button size="small" aria-label={`${t('domains.remove')}: ${name}`} onClick={() => remove(name)}>{t('domains.remove')}</Button></td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
