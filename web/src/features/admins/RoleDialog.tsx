import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Admin, Role } from '@/shared/api/schema';
import { meQuery } from '@/shared/session/me';
import { DialogForm } from '@/shared/ui/DialogForm';
import { Note } from '@/shared/ui/Note';
import { ReasonField } from '@/shared/ui/ReasonField';
import { readsMail } from './grantable';
import { adminsQuery, changeRole } from './requests/admins';

interface Fields {
  role: Role;
  reason: string;
  confirm_self?: boolean;
}

interface Props {
  admin: Admin;
  what: 'grant' | 'revoke';
  /** What can be granted or taken. */
  roles: readonly Role[];
  onClose: () => void;
}

/** Grants a role or takes one away; giving oneself one that reads mail has to be meant twice. */
export function RoleDialog({ admin, what, roles, onClose }: Props) {
  const { t } = useTranslation(['admins', 'shared']);
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const role = Form.useWatch('role', form);
  const oneself = what === 'grant' && admin.self && readsMail(role);
  const submit = async ({ role: chosen, reason, confirm_self }: Fields) => {
    await changeRole(admin.id, what, { role: chosen, reason: reason.trim(), ...(oneself && confirm_self === true ? { confirm_self: true } : {}) });
    onClose();
    await client.invalidateQueries({ queryKey: adminsQuery.queryKey });
    if (admin.self) {
      await client.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
    }
  };
  return (
    <DialogForm
      title={t(`act.${what}`)}
      intro={<p>{t(`effect.${what}`, { address: admin.address })}</p>}
      form={form}
      initial={{ reason: '', ...(roles.length === 1 && roles[0] !== undefined ? { role: roles[0] } : {}) }}
      submit={t(`act.${what}`)}
      danger={what === 'revoke'}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="role" label={t('role')} rules={[{ required: true, message: t('role_missing') }]}>
        <Radio.Group className="roles" options={roles.map((value) => ({ value, label: t(`shared:role.${value}`) }))} />
      </Form.Item>
      {oneself && (
        <>
          <Note kind="warning" title={t('self.title')}>{t('self.text')}</Note>
          <Form.Item
            name="confirm_self"
            valuePropName="checked"
            rules={[{ validator: (_, given: boolean | undefined) => (given === true ? Promise.resolve() : Promise.reject(new Error(t('self.missing')))) }]}
          >
            <Checkbox>{t('self.confirm')}</Checkbox>
          </Form.Item>
        </>
      )}
      <ReasonField />
    </DialogForm>
  );
}
