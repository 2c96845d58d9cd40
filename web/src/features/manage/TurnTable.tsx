import { useTranslation } from 'react-i18next';
import { Time } from '@/shared/ui/Time';
import type { Turn } from './requests/account';

/** Openings and closings: when, whose account, by whom, why. */
export function TurnTable({ turns, addresses = false }: { turns: readonly Turn[]; addresses?: boolean }) {
  const { t } = useTranslation('manage');
  return (
    <div className="wide-box">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('turns.time')}</th>
            {addresses && <th scope="col">{t('accounts.address')}</th>}
            <th scope="col">{t('turns.act')}</th><th scope="col">{t('turns.how')}</th><th scope="col">{t('turns.who')}</th><th scope="col">{t('reason.label')}</th>
          </tr>
        </thead>
        <tbody>
          {turns.map((turn) => (
            <tr key={`${turn.batch} ${turn.account}`}>
              <td><Time at={turn.at} /></td>
              {addresses && <td>{turn.address}</td>}
              <td>{t(`turns.${turn.act}`)}</td><td>{t(`turns.${turn.how}`)}</td><td>{turn.who}</td><td>{turn.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
