import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepWayBack } from './wayBack';
import { waysQuery } from './waysQuery';
import './session.css';

/** The ways in that lead through somebody else's page, and back to `to`; nothing where there are none, or while they are not known. */
export function OtherWays({ to }: { to: string }) {
  const { t } = useTranslation('shared');
  const ways = useQuery(waysQuery).data?.single_sign_on ?? [];
  return ways.length === 0 ? null : (
    <div className="other-ways">
      {ways.map(({ name, url }) => <Button key={url} block href={url} onClick={() => keepWayBack(to)}>{t('signin.through', { name })}</Button>)}
    </div>
  );
}
