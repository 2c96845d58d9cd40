import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '@/shared/password/PasswordField';
import { Note } from '@/shared/ui/Note';
import { checkPart } from '../checkPart';
import { StepForm } from '../StepForm';
import type { StepProps } from '../state';

interface Fields {
  alone: boolean;
  second_factor: 'required' | 'optional';
  address: string;
  password: string;
  again: string;
}

const factors = ['required', 'optional'] as const;

/** Who turns archiving on and reads mail; better another person than the postmaster. */
export function AdministratorStep({ code, draft, secrets, onNext, onBack }: StepProps) {
  const { t } = useTranslation('setup');
  const [form] = Form.useForm<Fields>();
  const alone = (Form.useWatch('alone', form) as boolean | undefined) ?? draft.alone ?? false;
  const submit = async ({ address, password, second_factor }: Fields) => {
    if (alone) {
      await onNext({ alone: true, second_factor, archive_administrator_address: draft.postmaster_address ?? '' });
      return;
    }
    const person = { address: address.trim(), password };
    await checkPart(code, { archive_administrator: person });
    await onNext({ alone: false, second_factor, archive_administrator_address: person.address }, { administrator: password });
  };
  const other = draft.alone === true ? '' : draft.archive_administrator_address;
  return (
    <StepForm
      form={form}
      initial={{ alone, second_factor: draft.second_factor === 'optional' ? 'optional' : 'required', address: other ?? '', password: secrets.administrator, again: secrets.administrator }}
      title={t('step.administrator')}
      intro={t('administrator.intro')}
      pointers={{ '/archive_administrator/address': 'address', '/archive_administrator/password': 'password', '/second_factor': 'second_factor' }}
      onSubmit={submit}
      onBack={onBack}
    >
      {!alone && (
        <>
          <Form.Item
            name="address"
            label={t('address')}
            rules={[
              { required: true, message: t('address_missing') },
              { validator: (_, given: string | undefined) => given?.trim().toLowerCase() === draft.postmaster_address?.toLowerCase() && given !== undefined && given !== ''
                ? Promise.reject(new Error(t('administrator.same'))) : Promise.resolve() },
            ]}
          >
            <Input type="email" autoFocus autoComplete="off" spellCheck={false} maxLength={254} />
          </Form.Item>
          <PasswordField name="password" repeatName="again" addressName="address" />
        </>
      )}
      <Form.Item name="alone" valuePropName="checked">
        <Checkbox>{t('administrator.alone')}</Checkbox>
      </Form.Item>
      <Form.Item name="second_factor" label={t('factor.label')} extra={t('factor.hint')}>
        <Radio.Group className="choices" options={factors.map((value) => ({ value, label: t(`factor.${value}`) }))} />
      </Form.Item>
      {alone && <Note kind="warning" title={t('administrator.alone_title')}>{t('administrator.alone_cost')}</Note>}
    </StepForm>
  );
}
