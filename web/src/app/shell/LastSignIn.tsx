import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { formatTime } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { useMe } from '@/shared/session/me';

/** One line after signing in: when and from where that happened before. */
export function LastSignIn() {
  const { t } = useTranslation(['app', 'shared']);
  const { time_zone: zone } = usePreferences();
  const last = useMe().last_sign_in;
  const { state } = useLocation() as { state: { signedIn?: boolean } | null };
  const [closed, setClosed] = useState(false);
  if (state?.signedIn !== true || closed) {
    return null;
  }
  return (
    <div className="line-note" role="status">
      {last == null ? t('first_sign_in') : t('last_sign_in', { at: formatTime(last.at, zone), client: last.client })}
      <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('shared:action.close')} onClick={() => setClosed(true)} />
    </div>
  );
}
