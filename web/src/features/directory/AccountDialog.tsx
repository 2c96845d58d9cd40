import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';
import { DepartmentSelect } from './DepartmentSelect';
import { type Account, addAccount, changeAccount, type State, states } from './requests/accounts';
import { departmentQuery } from './requests/departments';
import type { Choice } from './useDepartmentChoices';

interface Fields {
  address: string;
  name: string;
  aliases: string[];
  departments: Choice[];
  state: State;
}

interface Props {
  /** The one to change; a new one without it. */
  account?: Account;
  /** Where a new one comes in, unless somebody says otherwise. */
  department?: string;
  onClose: () => void;
}

/** Makes an account or changes it. It is never removed: whoever has left is "deleted", and known for ever. */
export function AccountDialog({ account, department = '', onClose }: Props) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const into = useQuery(departmentQuery(account === undefined && department !== '' ? department : null));
  const submit = async ({ address, name, aliases, departments, state }: Fields) => {
    const given = { address: address.trim(), name: name.trim(), aliases, departments: departments.map(({ value }) => value), state };
    await (account === undefined ? addAccount(given) : changeAccount(account.id, changed(account, given)));
    onClose();
    await Promise.all([client.invalidateQueries({ queryKey: ['directory'] }), client.invalidateQueries({ queryKey: ['departments'] })]);
  };
  if (into.isLoading) {
    return null;
  }
  const places = account?.departments ?? (into.data === undefined ? [] : [into.data]);
  return (
    <DialogForm
      title={t(account === undefined ? 'account.add' : 'account.change')}
      form={form}
      initial={{
        address: account?.address ?? '', name: account?.name ?? '', aliases: account?.aliases ?? [], state: account?.state ?? 'active',
        departments: places.map(({ id, path }) => ({ value: id, label: path.join(' / ') })),
      }}
      submit={t('account.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="address" label={t('column.address')} rules={[{ required: true, whitespace: true, message: t('account.address_missing') }]}>
        <Input type="email" autoFocus maxLength={254} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="name" label={t('column.name')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="aliases" label={t('column.aliases')} extra={t('account.aliases_hint')}>
        <Select mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',', ';', '\n', '，', '；', '、']} maxCount={50} />
      </Form.Item>
      <Form.Item name="departments" label={t('column.departments')}>
        <DepartmentSelect several />
      </Form.Item>
      <Form.Item name="state" label={t('column.state')} extra={account !== undefined && t('account.state_hint')}>
        <Radio.Group options={states.filter((state) => account !== undefined || state !== 'deleted').map((value) => ({ value, label: t(`state.${value}`) }))} />
      </Form.Item>
    </DialogForm>
  );
}

type Given = Parameters<typeof addAccount>[0];

/** Only what differs: what is not mentioned stays as it is on the server, whoever changed it meanwhile. */
function changed(account: Account, given: Given): Partial<Given> {
  const before: Given = { ...account, departments: account.departments.map(({ id }) => id) };
  const differs = (key: keyof Given) => JSON.stringify(before[key]) !== JSON.stringify(given[key]);
  return Object.fromEntries((Object.keys(given) as (keyof Given)[]).filter(differs).map((key) => [key, given[key]]));
}
