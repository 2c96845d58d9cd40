import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Choice, useDepartmentChoices } from './useDepartmentChoices';

interface Props {
  id?: string;
  several?: boolean;
  label?: string;
  /** Offered before the departments. */
  first?: Choice;
  /** Not offered: it would be put into itself. */
  without?: string;
  value?: Choice | Choice[] | null;
  onChange?: (chosen: Choice | Choice[] | null) => void;
}

/** Picks departments by typing a part of their names. */
export function DepartmentSelect({ id, several = false, label, first, without, value, onChange }: Props) {
  const { t } = useTranslation('directory');
  const { choices, search, busy } = useDepartmentChoices();
  const options = [...(first === undefined ? [] : [first]), ...choices.filter((choice) => choice.value !== without)];
  return (
    <Select<Choice | Choice[] | null, Choice>
      labelInValue
      allowClear={!several}
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={t('department.choose')}
      notFoundContent={t(busy ? 'department.searching' : 'department.none_found')}
      options={options}
      {...(several ? { mode: 'multiple' as const, maxCount: 20 } : {})}
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange: (chosen: Choice | Choice[] | null | undefined) => onChange(chosen ?? null) })}
    />
  );
}
