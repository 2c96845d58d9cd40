import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Admin } from '@/shared/api/schema';
import { DialogForm } from '@/shared/ui/DialogForm';
import { ReasonField } from '@/shared/ui/ReasonField';
import { adminsQuery, type Appointed, inviteAgain } from './requests/admins';

interface Props {
  admin: Admin;
  onInvited: (appointed: Appointed) => void;
  onClose: () => void;
}

/** A new invitation, for who did not take the first one or lost the password. */
export function InviteDialog({ admin, onInvited, onClose }: Props) {
  const { t } = useTranslation('admins');
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const submit = async ({ reason }: { reason: string }) => {
    const appointed = await inviteAgain(admin.id, reason.trim());
    await client.invalidateQueries({ queryKey: adminsQuery.queryKey });
    onInvited(appointed);
  };
  return (
    <DialogForm title={t('act.invite')} intro={<p>{t('effect.invite', { address: admin.address })}</p>} form={form} initial={{ reason: '' }} submit={t('act.invite')} onSubmit={submit} onClose={onClose}>
      <ReasonField autoFocus />
    </DialogForm>
  );
}
