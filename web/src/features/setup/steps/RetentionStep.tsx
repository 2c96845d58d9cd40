import { Form, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { checkPart } from '../checkPart';
import { StepForm } from '../StepForm';
import type { StepProps } from '../state';

interface Fields {
  choice: number | 'other';
  years: number | null;
}

const PRESETS = [5, 7, 10];

/** How long mail is kept; five years unless somebody knows better. */
export function RetentionStep({ code, draft, onNext, onBack }: StepProps) {
  const { t } = useTranslation('setup');
  const [form] = Form.useForm<Fields>();
  const kept = draft.retention_years ?? 5;
  const choice = Form.useWatch('choice', form);
  const submit = async (given: Fields) => {
    const years = given.choice === 'other' ? (given.years ?? kept) : given.choice;
    await checkPart(code, { retention_years: years });
    await onNext({ retention_years: years });
  };
  const options = [...PRESETS.map((years) => ({ value: years, label: t('retention.years', { count: years }) })), { value: 'other', label: t('retention.other') }];
  return (
    <StepForm
      form={form}
      initial={{ choice: PRESETS.includes(kept) ? kept : 'other', years: kept }}
      title={t('step.retention')}
      intro={t('retention.intro')}
      pointers={{ '/retention_years': 'years' }}
      onSubmit={submit}
      onBack={onBack}
    >
      <Form.Item name="choice" label={t('retention.label')}>
        <Radio.Group options={options} />
      </Form.Item>
      {choice === 'other' && (
        <Form.Item name="years" label={t('retention.other_label')} rules={[{ required: true, type: 'integer', min: 1, max: 100, message: t('retention.range') }]}>
          <InputNumber min={1} max={100} precision={0} autoFocus />
        </Form.Item>
      )}
    </StepForm>
  );
}
