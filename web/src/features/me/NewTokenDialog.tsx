import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCapabilityWords } from '@/shared/session/capability';
import { DialogForm } from '@/shared/ui/DialogForm';
import { newToken, tokensQuery } from './requests/tokens';

interface Fields {
  name: string;
  scopes: string[];
  expires_in_days: number;
  networks: string;
}

interface Props {
  /** What I may do myself, and so may hand on. */
  scopes: readonly string[];
  onMade: (token: string) => void;
  onClose: () => void;
}

/** Name, scopes, days and addresses of a new token. */
export function NewTokenDialog({ scopes, onMade, onClose }: Props) {
  const { t } = useTranslation('me');
  const words = useCapabilityWords();
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const submit = async ({ name, scopes: chosen, expires_in_days, networks }: Fields) => {
    const made = await newToken({ name: name.trim(), scopes: chosen, expires_in_days, networks: networks.split(/[\s,;，；、]+/).filter(Boolean) });
    await client.invalidateQueries({ queryKey: tokensQuery.queryKey });
    onMade(made.token);
    onClose();
  };
  return (
    <DialogForm
      title={t('tokens.new')}
      intro={<p>{t('tokens.intro')}</p>}
      form={form}
      initial={{ name: '', scopes: [], expires_in_days: 90, networks: '' }}
      submit={t('tokens.make')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('tokens.name')} extra={t('tokens.name_hint')} rules={[{ required: true, whitespace: true, message: t('tokens.name_missing') }]}>
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <fieldset className="fields">
        <legend>{t('tokens.scopes')}</legend>
        <Form.Item name="scopes" rules={[{ validator: (_, given: string[]) => (given.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('tokens.scopes_missing')))) }]}>
          <Checkbox.Group className="scopes" options={scopes.map((scope) => ({ value: scope, label: words(scope) }))} />
        </Form.Item>
      </fieldset>
      <Form.Item name="expires_in_days" label={t('tokens.days')} rules={[{ required: true, type: 'integer', min: 1, max: 366, message: t('tokens.days_range') }]}>
        <InputNumber min={1} max={366} precision={0} />
      </Form.Item>
      <Form.Item name="networks" label={t('tokens.networks_only')} extra={t('tokens.networks_hint')}>
        <Input autoComplete="off" spellCheck={false} maxLength={1_000} />
      </Form.Item>
    </DialogForm>
  );
}
