import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';
import { changeOrganisation } from './changeOrganisation';
import { changeOf, fieldsOf, type TermFields } from './fields';
import { type Organisation, organisationsQuery } from './organisations';
import { TermItems } from './TermItems';

/** Changes what was agreed with an organisation, with a reason. */
export function ChangeDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation(['organisations', 'shared']);
  const client = useQueryClient();
  const [form] = Form.useForm<TermFields>();
  const submit = async (given: TermFields) => {
    await changeOrganisation(organisation.id, changeOf(organisation, given));
    onClose();
    await client.invalidateQueries({ queryKey: organisationsQuery.queryKey });
  };
  return (
    <DialogForm
      title={t('change.title', { name: organisation.name })}
      intro={<p className="hint">{t('change.intro')}</p>}
      form={form}
      initial={fieldsOf(organisation)}
      submit={t('shared:action.save')}
      width={640}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, whitespace: true, message: t('field.name_missing') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <TermItems retentionRequired />
    </DialogForm>
  );
}
