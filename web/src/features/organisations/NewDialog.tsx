import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/ErrorSummary';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { type NewFields, wantedOf } from './fields';
import { newOrganisation } from './newOrganisation';
import { TermItems } from './TermItems';
import { useSaving } from './useSaving';

const ID = 'new_organisation';
const EMPTY: NewFields = { name: '', domains: '', seats: '', service_ends: '', retention_years: '', address: '', password: '', reason: '' };

/** Asks for a further organisation: who it is, what was agreed, and who appoints everybody else in it. */
export function NewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['organisations', 'shared']);
  const [form] = Form.useForm<NewFields>();
  const { busy, errors, problem, save } = useSaving(form, ID, onClose);
  const footer = (
    <>
      <Button onClick={onClose}>{t('shared:action.cancel')}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()}>{t('new.submit')}</Button>
    </>
  );
  return (
    <Modal open title={t('new.title')} onCancel={onClose} footer={footer} width={640}>
      <Form form={form} name={ID} layout="vertical" requiredMark={false} initialValues={EMPTY} onFinish={(given: NewFields) => save(() => newOrganisation(wantedOf(given)))}>
        <ErrorSummary errors={errors} />
        {problem !== undefined && <ProblemNote problem={problem} />}
        <p className="hint">{t('new.intro')}</p>
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
      </Form>
    </Modal>
  );
}
