import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';
import { addDomain, domainsQuery, type MailDomain } from './requests/domains';

interface Fields {
  name: string;
  alias_of: string;
}

/** A further mail domain, of its own or as another name of one that is there. */
export function DomainDialog({ domains, onClose }: { domains: readonly MailDomain[]; onClose: () => void }) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const submit = async ({ name, alias_of: aliasOf }: Fields) => {
    await addDomain(name.trim().toLowerCase(), aliasOf === '' ? null : aliasOf);
    onClose();
    await client.invalidateQueries({ queryKey: domainsQuery.queryKey });
  };
  const options = [{ value: '', label: t('domains.own') }, ...domains.filter((one) => one.alias_of === null).map(({ name }) => ({ value: name, label: t('domains.alias', { name }) }))];
  return (
    <DialogForm title={t('domains.add')} intro={<p>{t('domains.effect')}</p>} form={form} initial={{ name: '', alias_of: '' }} submit={t('domains.add')} onSubmit={submit} onClose={onClose}>
      <Form.Item name="name" label={t('domains.name')} rules={[{ required: true, whitespace: true, message: t('domains.name_missing') }]}>
        <Input autoFocus maxLength={253} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="alias_of" label={t('domains.alias_of')}>
        <Select options={options} />
      </Form.Item>
    </DialogForm>
  );
}
