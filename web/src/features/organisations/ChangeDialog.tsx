import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '@/shared/ui/ErrorSummary';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { changeOrganisation } from './changeOrganisation';
import { changeOf, fieldsOf, type TermFields } from './fields';
import type { Organisation } from './organisations';
import { TermItems } from './TermItems';
import { useSaving } from './useSaving';

const ID = 'change_organisation';

/** Changes what was agreed with an organisation, with a reason. */
export function ChangeDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation(['organisations', 'shared']);
  const [form] = Form.useForm<TermFields>();
  const { busy, errors, problem, save } = useSaving(form, ID, onClose);
  const footer = (
    <>
      <Button onClick={onClose}>{t('shared:action.cancel')}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()}>{t('shared:action.save')}</Button>
    </>
  );
  return (
    <Modal open title={t('change.title', { name: organisation.name })} onCancel={onClose} footer={footer} width={640}>
      <Form
        form={form}
        name={ID}
        layout="vertical"
        requiredMark={false}
        initialValues={fieldsOf(organisation)}
        onFinish={(given: TermFields) => save(() => changeOrganisation(organisation.id, changeOf(organisation, given)))}
      >
        <ErrorSummary errors={errors} />
        {problem !== undefined && <ProblemNote problem={problem} />}
        <p className="hint">{t('change.intro')}</p>
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('field.name_missing') }]}>
          <Input maxLength={200} />
        </Form.Item>
        <TermItems retentionRequired />
      </Form>
    </Modal>
  );
}
