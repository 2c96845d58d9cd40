import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { checkPart } from '../checkPart';
import { StepForm } from '../StepForm';
import type { StepProps } from '../state';

interface Fields {
  organisation: string;
  domains: string[];
}

/** Whose mail it is, and by which domains it is known. */
export function OrganisationStep({ code, draft, onNext, onBack }: StepProps) {
  const { t } = useTranslation('setup');
  const [form] = Form.useForm<Fields>();
  const submit = async (given: Fields) => {
    const part = { organisation: given.organisation.trim(), domains: given.domains.map((domain) => domain.trim().toLowerCase()) };
    await checkPart(code, part);
    await onNext(part);
  };
  return (
    <StepForm
      form={form}
      initial={{ organisation: draft.organisation ?? '', domains: draft.domains ?? [] }}
      title={t('step.organisation')}
      intro={t('organisation.intro')}
      pointers={{ '/organisation': 'organisation', '/domains': 'domains' }}
      onSubmit={submit}
      onBack={onBack}
    >
      <Form.Item name="organisation" label={t('organisation.name')} rules={[{ required: true, whitespace: true, message: t('organisation.name_missing') }]}>
        <Input autoFocus maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item name="domains" label={t('organisation.domains')} extra={t('organisation.domains_hint')} rules={[{ required: true, message: t('organisation.domains_missing') }]}>
        <Select mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',', ';', '\n', '，', '；', '、']} maxCount={100} />
      </Form.Item>
    </StepForm>
  );
}
