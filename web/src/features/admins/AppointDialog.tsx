import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/shared/api/schema';
import { DialogForm } from '@/shared/ui/DialogForm';
import { ReasonField } from '@/shared/ui/ReasonField';
import { useGrantable } from './grantable';
import { adminsQuery, appoint, type Appointed } from './requests/admins';

interface Fields {
  name: string;
  address: string;
  roles: Role[];
  reason: string;
}

/** Appoints a person; what comes back is the invitation to hand over. */
export function AppointDialog({ onAppointed, onClose }: { onAppointed: (appointed: Appointed) => void; onClose: () => void }) {
  const { t } = useTranslation(['admins', 'shared']);
  const client = useQueryClient();
  const grantable = useGrantable();
  const [form] = Form.useForm<Fields>();
  const submit = async ({ name, address, roles, reason }: Fields) => {
    const appointed = await appoint({ name: name.trim(), address: address.trim(), roles, reason: reason.trim() });
    onClose();
    onAppointed(appointed);
    await client.invalidateQueries({ queryKey: adminsQuery.queryKey });
  };
  return (
    <DialogForm
      title={t('appoint.title')}
      intro={<p>{t('appoint.intro')}</p>}
      form={form}
      initial={{ name: '', address: '', roles: grantable.length === 1 ? [...grantable] : [], reason: '' }}
      submit={t('appoint.submit')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('column.name')} rules={[{ required: true, whitespace: true, message: t('appoint.name_missing') }]}>
        <Input autoFocus maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label={t('column.address')} rules={[{ required: true, whitespace: true, message: t('appoint.address_missing') }]}>
        <Input type="email" maxLength={254} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <fieldset className="fields">
        <legend>{t('column.roles')}</legend>
        <Form.Item name="roles" rules={[{ validator: (_, given: Role[]) => (given.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('role_missing')))) }]}>
          <Checkbox.Group className="roles" options={grantable.map((value) => ({ value, label: <><span>{t(`shared:role.${value}`)}</span><span className="hint"> {t(`about.${value}`)}</span></> }))} />
        </Form.Item>
      </fieldset>
      <ReasonField />
    </DialogForm>
  );
}
