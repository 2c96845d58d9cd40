import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Time } from '@/shared/ui/Time';
import type { Account } from './requests/accounts';

interface Props {
  rows: readonly Account[];
  /** Addresses. */
  chosen: ReadonlySet<string>;
  /** Undefined for who may only read. */
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
  onShow: (id: string) => void;
}

/** Accounts as a table; each address leads to its history. */
export function AccountTable({ rows, chosen, onChoose, onShow }: Props) {
  const { t } = useTranslation('manage');
  const all = rows.every((row) => chosen.has(row.address));
  const some = rows.some((row) => chosen.has(row.address));
  return (
    <div className="wide-box">
      <table className="plain-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {onChoose !== undefined && (
              <th scope="col">
                <Checkbox aria-label={t('accounts.choose_all')} checked={all} indeterminate={some && !all} onChange={() => onChoose(withAll(chosen, rows, !all))} />
              </th>
            )}
            <th scope="col">{t('accounts.address')}</th><th scope="col">{t('accounts.name')}</th><th scope="col">{t('department.label')}</th><th scope="col">{t('accounts.status')}</th>
            <th scope="col">{t('accounts.opened')}</th><th scope="col">{t('accounts.closed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {onChoose !== undefined && (
                <td><Checkbox aria-label={t('accounts.choose', { address: row.address })} checked={chosen.has(row.address)} onChange={() => onChoose(toggled(chosen, row.address))} /></td>
              )}
              <td><button type="button" className="link" onClick={() => onShow(row.id)}>{row.address}</button></td>
              <td>{row.name}</td>
              <td>{row.departments.map((place) => <div key={place.id}>{place.path.join(' / ')}</div>)}</td>
              <td><Status account={row} /></td>
              <td>{row.opened === null ? '—' : <Time at={row.opened} />}</td>
              <td>{row.closed === null ? '—' : <Time at={row.closed} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Status({ account }: { account: Account }) {
  const { t } = useTranslation('manage');
  const { status, directory } = account;
  return (
    <>
      <span className={status === 'open' ? 'status-open' : 'soft'}>{t(`status.${status}`)}</span>
      {(directory === 'left' || directory === 'disabled') && <span className="warn">{` · ${t(`directory.${directory}`)}`}</span>}
    </>
  );
}

/** Only rows that are shown come or go; what was chosen before stays. */
function withAll(chosen: ReadonlySet<string>, rows: readonly Account[], on: boolean): ReadonlySet<string> {
  const shown = new Set(rows.map((row) => row.address));
  return new Set([...[...chosen].filter((address) => !shown.has(address)), ...(on ? shown : [])]);
}

function toggled(chosen: ReadonlySet<string>, address: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(address)) {
    next.add(address);
  }
  return next;
}
