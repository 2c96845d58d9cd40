import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { SearchField } from '@/shared/ui/SearchField';
import { Segments } from '@/shared/ui/Segments';
import { DepartmentField } from './DepartmentField';
import type { Filter } from './requests/accounts';

const STATUS = ['all', 'open', 'not_open'] as const;
const DIRECTORY = ['active', 'disabled', 'left', 'unknown'] as const;

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Which accounts are shown. */
export function AccountFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('manage');
  const seesDirectory = useMay('directory:read');
  const titles = { all: t('accounts.all'), open: t('status.open'), not_open: t('status.not_open') };
  const changed = (change: Partial<Record<keyof Filter, string | undefined>>) => onChange({ ...filter, ...change } as Filter);
  return (
    <div className="manage-filters">
      <SearchField label={t('accounts.text')} value={filter.text ?? ''} onChange={(text) => changed({ text })} />
      <Segments
        label={t('accounts.status')}
        values={STATUS}
        titles={titles}
        value={filter.status ?? 'all'}
        onChange={(status) => changed({ status: status === 'all' ? undefined : status })}
      />
      <Select
        className="in-directory"
        aria-label={t('accounts.directory')}
        placeholder={t('accounts.directory')}
        allowClear
        value={filter.directory}
        onChange={(directory: Filter['directory']) => changed({ directory })}
        options={DIRECTORY.map((value) => ({ value, label: t(`directory.${value}`) }))}
      />
      {seesDirectory && (
        <>
          <DepartmentField value={filter.department === undefined ? [] : [filter.department]} onChange={([department]) => changed({ department, subdepartments: undefined })} />
          {filter.department !== undefined && (
            <Checkbox checked={filter.subdepartments !== 'false'} onChange={(event) => changed({ subdepartments: event.target.checked ? undefined : 'false' })}>{t('department.below')}</Checkbox>
          )}
        </>
      )}
    </div>
  );
}
