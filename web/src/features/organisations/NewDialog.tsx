import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';
import { type NewFields, placeOf, wantedOf } from './fields';
import { newOrganisation } from './newOrganisation';
import { organisationsQuery } from './organisations';
import { TermItems } from './TermItems';

const EMPTY: NewFields = { name: '', domains: '', seats: '', service_ends: '', retention_years: '', address: '', password: '', reason: '' };

/** Asks for a further organisation: who it is, what was agreed, and who appoints everybody else in it. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('organisations');
  const client = useQueryClient();
  const [form] = Form.useForm<NewFields>();
  const submit = async (given: NewFields) => {
    await newOrganisation(wantedOf(given));
    onClose();
    await client.invalidateQueries({ queryKey: organisationsQuery.queryKey });
  };
  return (
    <DialogForm
      title={t('new.title')}
      intro={<p className="hint">{t('new.intro')}</p>}
      form={form}
      initial={EMPTY}
      submit={t('new.submit')}
      width={640}
      placeOf={placeOf}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('field.name_missing') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="domains" label={t('field.domains')} extra={t('field.domains_hint')} rules={[{ required: true, whitespace: true, message: t('field.domains_missing') }]}>
        <Input.TextArea rows={2} spellCheck={false} />
      </Form.Item>
      <Form.Item name="address" label={t('field.postmaster')} extra={t('field.postmaster_hint')} rules={[{ required: true, whitespace: true, message: t('field.postmaster_missing') }]}>
        <Input maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={t('field.password')} extra={t('field.password_hint')} rules={[{ required: true, message: t('field.password_missing') }]}>
        <Input.Password maxLength={1_024} autoComplete="new-password" />
      </Form.Item>
      <TermItems retentionRequired={false} />
    </DialogForm>
  );
}
