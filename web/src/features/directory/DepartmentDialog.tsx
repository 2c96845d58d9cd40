import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '@/shared/ui/DialogForm';
import { DepartmentSelect } from './DepartmentSelect';
import { addDepartment, changeDepartment, type Department, mergeDepartment, TOP } from './requests/departments';
import type { Choice } from './useDepartmentChoices';

export type DepartmentAct = 'add' | 'rename' | 'move' | 'merge';

interface Fields {
  name: string;
  parent: Choice | null;
  into: Choice | null;
}

interface Props {
  act: DepartmentAct;
  /** The chosen one; for a new one, that below which it comes. */
  department: Department | undefined;
  onSelect: (id: string) => void;
  onClose: () => void;
}

/** Adds, renames, moves or merges a department; ids stay, so what was said of it before stays true. */
export function DepartmentDialog({ act, department, onSelect, onClose }: Props) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const top: Choice = { value: TOP, label: t('department.top') };
  const below = act === 'add' && department !== undefined ? { value: department.id, label: department.path.join(' / ') } : top;

  const run = ({ name, parent, into }: Fields): Promise<Department> => {
    if (act === 'add' || department === undefined) {
      return addDepartment(name.trim(), parent?.value ?? TOP);
    }
    switch (act) {
      case 'rename': return changeDepartment(department.id, { name: name.trim() });
      case 'move': return changeDepartment(department.id, { parent: parent?.value ?? TOP });
      default: return mergeDepartment(department.id, into?.value ?? '');
    }
  };
  const submit = async (given: Fields) => {
    const { id } = await run(given);
    onClose();
    if (act !== 'rename') {
      onSelect(id);
    }
    await Promise.all([client.invalidateQueries({ queryKey: ['departments'] }), client.invalidateQueries({ queryKey: ['directory'] })]);
  };
  const { name = '', accounts_within: within = 0, departments = 0 } = department ?? {};
  return (
    <DialogForm
      title={t(`department.${act}_title`, { name })}
      intro={act === 'add' ? undefined : <p>{t(`department.${act}_effect`, { name, accounts: within, departments })}</p>}
      form={form}
      initial={{ name: act === 'rename' ? name : '', parent: act === 'add' ? below : null, into: null }}
      submit={t(`department.${act}`)}
      danger={act === 'merge'}
      onSubmit={submit}
      onClose={onClose}
    >
      {(act === 'add' || act === 'rename') && (
        <Form.Item name="name" label={t('column.name')} rules={[{ required: true, whitespace: true, message: t('department.name_missing') }]}>
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      {(act === 'add' || act === 'move') && (
        <Form.Item name="parent" label={t('department.below')} rules={[{ required: true, message: t('department.below_missing') }]}>
          <DepartmentSelect first={top} {...(act === 'move' && department !== undefined ? { without: department.id } : {})} />
        </Form.Item>
      )}
      {act === 'merge' && (
        <Form.Item name="into" label={t('department.into')} rules={[{ required: true, message: t('department.into_missing') }]}>
          <DepartmentSelect {...(department === undefined ? {} : { without: department.id })} />
        </Form.Item>
      )}
    </DialogForm>
  );
}
