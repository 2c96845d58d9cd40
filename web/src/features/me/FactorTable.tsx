import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { secondFactorQuery } from '@/shared/session/secondFactor';
import { Time } from '@/shared/ui/Time';
import { useAct } from '@/shared/ui/useAct';
import { removePasskey, removeTotp } from './requests/factors';

/** Authenticator app, passkeys and recovery codes: since when, last used, and how to be rid of them. */
export function FactorTable({ factors }: { factors: Schemas['MySecondFactor'] }) {
  const { t } = useTranslation('me');
  const act = useAct();
  const ask = (name: string, run: () => Promise<unknown>) =>
    act({ title: t('factor.remove_title', { name }), text: t('factor.remove_text'), yes: t('factor.remove'), run, changes: [secondFactorQuery.queryKey] });
  return (
    <div className="wide-box">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('factor.what')}</th><th scope="col">{t('factor.since')}</th><th scope="col">{t('factor.used')}</th>
            <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {factors.totp !== null && (
            <tr>
              <td>{t('factor.totp')}</td><td><Time at={factors.totp.enrolled} /></td><td>—</td>
              <td className="right"><Button size="small" aria-label={`${t('factor.remove')}: ${t('factor.totp')}`} onClick={() => ask(t('factor.totp'), removeTotp)}>{t('factor.remove')}</Button></td>
            </tr>
          )}
          {factors.passkeys.map(({ id, name, enrolled, last_used: used }) => (
            <tr key={id}>
              <td className="any-name">{t('factor.passkey', { name })}</td><td><Time at={enrolled} /></td><td>{used === null ? t('factor.never') : <Time at={used} />}</td>
              <td className="right"><Button size="small" aria-label={`${t('factor.remove')}: ${name}`} onClick={() => ask(name, () => removePasskey(id))}>{t('factor.remove')}</Button></td>
            </tr>
          ))}
          <tr><td colSpan={4}>{t('factor.codes', { count: factors.recovery_codes_left })}</td></tr>
        </tbody>
      </table>
    </div>
  );
}
