import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Admin } from '@/shared/api/schema';
import { DialogForm } from '@/shared/ui/DialogForm';
import { ReasonField } from '@/shared/ui/ReasonField';
import { act, adminsQuery, type PlainAct } from './requests/admins';

/** An act upon a person: its effect in numbers, and why. */
export function PlainActDialog({ admin, what, onClose }: { admin: Admin; what: PlainAct; onClose: () => void }) {
  const { t } = useTranslation('admins');
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const submit = async ({ reason }: { reason: string }) => {
    await act(admin.id, what, reason.trim());
    onClose();
    await client.invalidateQueries({ queryKey: adminsQuery.queryKey });
  };
  const { address, sessions, tokens } = admin;
  return (
    <DialogForm
      title={t(`act.${what}`)}
      intro={<p>{t(`effect.${what}`, { address, sessions, tokens })}</p>}
      form={form}
      initial={{ reason: '' }}
      submit={t(`act.${what}`)}
      danger={what !== 'resume'}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField />
    </DialogForm>
  );
}
