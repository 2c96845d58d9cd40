import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Admin } from '@/shared/api/schema';
import { useMay } from '@/shared/session/me';
import { AdminFacts } from './AdminFacts';
import { useGrantable } from './grantable';
import { InviteDialog } from './InviteDialog';
import { PlainActDialog } from './PlainActDialog';
import type { Appointed, PlainAct } from './requests/admins';
import { RoleDialog } from './RoleDialog';

type Open = PlainAct | 'invite' | 'grant' | 'revoke';

interface Props {
  admin: Admin;
  onInvited: (appointed: Appointed) => void;
  onClose: () => void;
}

/** One person: what is known about how she signs in, and what can be done. */
export function AdminDrawer({ admin, onInvited, onClose }: Props) {
  const { t } = useTranslation(['admins', 'shared']);
  const grantable = useGrantable();
  const all = useMay('admins:write');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const missing = grantable.filter((role) => !admin.roles.includes(role));
  const taken = grantable.filter((role) => admin.roles.includes(role));
  const button = (what: Open, possible: boolean, danger = false) =>
    possible && <Button danger={danger} onClick={() => setOpen(what)}>{t(`act.${what}`)}</Button>;
  return (
    <Drawer open title={admin.name === '' ? admin.address : admin.name} size={480} onClose={onClose} aria-label={admin.address}>
      <AdminFacts admin={admin} />
      <div className="acts">
        {button('grant', missing.length > 0 && admin.state !== 'suspended')}
        {button('revoke', taken.length > 0)}
        {button('invite', !admin.self && (all || taken.length > 0))}
        {button('end-sessions', all && admin.sessions > 0)}
        {button('reset-second-factor', all && !admin.self && admin.second_factors.length > 0, true)}
        {button('suspend', all && !admin.self && admin.state !== 'suspended', true)}
        {button('resume', all && admin.state === 'suspended')}
      </div>
      {open === 'grant' && <RoleDialog admin={admin} what="grant" roles={missing} onClose={close} />}
      {open === 'revoke' && <RoleDialog admin={admin} what="revoke" roles={taken} onClose={close} />}
      {open === 'invite' && <InviteDialog admin={admin} onInvited={(appointed) => { onClose(); onInvited(appointed); }} onClose={close} />}
      {open !== undefined && open !== 'grant' && open !== 'revoke' && open !== 'invite' && <PlainActDialog admin={admin} what={open} onClose={close} />}
    </Drawer>
  );
}
