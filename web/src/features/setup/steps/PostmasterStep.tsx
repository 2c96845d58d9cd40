import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '@/shared/password/PasswordField';
import { checkPart } from '../checkPart';
import { StepForm } from '../StepForm';
import type { StepProps } from '../state';

interface Fields {
  address: string;
  password: string;
  again: string;
}

/** Who runs the system and appoints; sees no mail. */
export function PostmasterStep({ code, draft, secrets, onNext, onBack }: StepProps) {
  const { t } = useTranslation('setup');
  const [form] = Form.useForm<Fields>();
  const submit = async ({ address, password }: Fields) => {
    const person = { address: address.trim(), password };
    await checkPart(code, { postmaster: person });
    await onNext({ postmaster_address: person.address }, { postmaster: password });
  };
  return (
    <StepForm
      form={form}
      initial={{ address: draft.postmaster_address ?? '', password: secrets.postmaster, again: secrets.postmaster }}
      title={t('step.postmaster')}
      intro={t('postmaster.intro')}
      pointers={{ '/postmaster/address': 'address', '/postmaster/password': 'password' }}
      onSubmit={submit}
      onBack={onBack}
    >
      <Form.Item name="address" label={t('address')} rules={[{ required: true, message: t('address_missing') }]}>
        <Input type="email" autoFocus autoComplete="username" spellCheck={false} maxLength={254} />
      </Form.Item>
      <PasswordField name="password" repeatName="again" addressName="address" />
    </StepForm>
  );
}
