import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '@/shared/api/request';
import type { Role, Schemas } from '@/shared/api/schema';
import { formatTime } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { meQuery, useMe } from '@/shared/session/me';
import { Note } from '@/shared/ui/Note';
import { useComplaint } from '@/shared/ui/useComplaint';

/** What every administrator is to know, until she has said that she does. */
export function Notices() {
  const { notices } = useMe();
  return notices.length === 0 ? null : <div className="notices">{notices.map((notice) => <One key={notice.id} notice={notice} />)}</div>;
}

function One({ notice }: { notice: Schemas['Notice'] }) {
  const { t } = useTranslation(['app', 'shared']);
  const { time_zone: zone } = usePreferences();
  const client = useQueryClient();
  const complain = useComplaint();
  const { id, kind, who, address, role } = notice;
  const dismiss = async () => {
    await request(`/me/notices/${encodeURIComponent(id)}`, { method: 'DELETE' }).catch(complain);
    await client.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
  };
  const named = role === null ? '' : t(`shared:role.${role as Role}`, { defaultValue: role });
  return (
    <Note kind="warning" title={t(`notice.${kind}`, { who, address, role: named })} action={<Button size="small" onClick={dismiss}>{t('notice.dismiss')}</Button>}>
      {formatTime(notice.at, zone)}
    </Note>
  );
}
