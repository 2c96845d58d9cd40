import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { waysQuery } from './waysQuery';

/** The ways in that lead through somebody else's page; nothing where there are none, or while they are not known. */
export function OtherWays() {
  const { t } = useTranslation('signin');
  const ways = useQuery(waysQuery).data?.single_sign_on ?? [];
  return ways.length === 0 ? null : (
    <div className="signin-others">
      {ways.map(({ name, url }) => <Button key={url} block href={url}>{t('through', { name })}</Button>)}
    </div>
  );
}
