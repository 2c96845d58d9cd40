import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Admin } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import { StateWord } from './StateWord';

const COLUMNS = ['name', 'address', 'roles', 'factor', 'last', 'sessions', 'tokens', 'state'] as const;
const RIGHT: readonly string[] = ['sessions', 'tokens'];

/** Everybody with a role, by address; the name opens what can be done. */
export function AdminTable({ admins }: { admins: readonly Admin[] }) {
  const { t } = useTranslation('admins');
  return (
    <div className="wide-box">
      <table className="plain-table">
        <thead>
          <tr>{COLUMNS.map((name) => <th key={name} scope="col" className={RIGHT.includes(name) ? 'right' : undefined}>{t(`column.${name}`)}</th>)}</tr>
        </thead>
        <tbody>{admins.map((admin) => <Row key={admin.id} admin={admin} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ admin }: { admin: Admin }) {
  const { t } = useTranslation(['admins', 'shared']);
  const numbers = useNumbers();
  const { id, name, address, roles, second_factors: factors, last_sign_in: last, sessions, tokens, self } = admin;
  return (
    <tr>
      <td className="any-name"><Link to={`/admins/${id}`}>{name === '' ? address : name}</Link>{self && <span className="soft"> {t('you')}</span>}</td>
      <td className="any-name">{address}</td>
      <td>{roles.length === 0 ? t('no_role') : roles.map((role) => <div key={role}>{t(`shared:role.${role}`)}</div>)}</td>
      <td>{factors.length === 0 ? <span className="warn">{t('factor.none')}</span> : factors.map((factor) => <div key={factor}>{t(`factor.${factor}`)}</div>)}</td>
      <td>{last == null ? t('never') : <Time at={last.at} />}</td>
      <td className="right">{numbers.count(sessions)}</td>
      <td className="right">{numbers.count(tokens)}</td>
      <td><StateWord admin={admin} /></td>
    </tr>
  );
}
