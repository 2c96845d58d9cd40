import { CheckOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCapabilityWords } from '@/shared/session/capability';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { rolesQuery } from './requests/roles';

/** What each role may do, in words; as the server says it, so that this table cannot promise anything else. */
export function RoleMatrix() {
  const { t } = useTranslation(['admins', 'shared']);
  const words = useCapabilityWords();
  const query = useQuery(rolesQuery);
  const roles = query.data ?? [];
  const capabilities = [...new Set(roles.flatMap((one) => one.capabilities))];
  return (
    <Panel title={t('matrix.title')}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={12} /> : (
        <div className="wide-box">
          <table className="plain-table matrix">
            <thead>
              <tr>
                <th scope="col">{t('matrix.may')}</th>
                {roles.map(({ role }) => <th key={role} scope="col">{t(`shared:role.${role}`)}</th>)}
              </tr>
            </thead>
            <tbody>
              {capabilities.map((capability) => (
                <tr key={capability}>
                  <th scope="row">{words(capability)}</th>
                  {roles.map(({ role, capabilities: has }) => (
                    <td key={role}>{has.includes(capability) ? <><CheckOutlined aria-hidden /><span className="visually-hidden">{t('matrix.yes')}</span></> : <span className="visually-hidden">{t('matrix.no')}</span>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="hint">{t('matrix.note')}</p>
    </Panel>
  );
}
