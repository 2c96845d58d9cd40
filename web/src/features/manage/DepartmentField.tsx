import { useQuery } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { departmentsQuery } from './requests/departments';

interface Props {
  value: readonly string[];
  multiple?: boolean;
  onChange: (ids: string[]) => void;
}

/** Chooses departments out of the tree, by name or by opening what lies above. */
export function DepartmentField({ value, multiple = false, onChange }: Props) {
  const { t } = useTranslation('manage');
  const query = useQuery(departmentsQuery);
  const tree = useMemo(() => (query.data ?? []).map((one) => ({
    id: one.id, pId: one.parent ?? 0, value: one.id, title: `${one.name} (${one.accounts_within})`, name: one.path.join('/'),
  })), [query.data]);
  return (
    <TreeSelect
      className="department"
      aria-label={t('department.label')}
      placeholder={t('department.label')}
      treeDataSimpleMode
      treeData={tree}
      allowClear
      showSearch={{ treeNodeFilterProp: 'name' }}
      multiple={multiple}
      loading={query.isLoading}
      value={multiple ? [...value] : value[0]}
      onChange={(chosen: string | string[] | undefined) => onChange(chosen === undefined ? [] : Array.isArray(chosen) ? chosen : [chosen])}
    />
  );
}
