import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Segments } from '@/shared/ui/Segments';
import type { Filter } from './requests/accounts';

const STATUS = ['all', 'open', 'not_open'] as const;

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Which accounts are shown. */
export function AccountFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('manage');
  const titles = { all: t('accounts.all'), open: t('status.open'), not_open: t('status.not_open') };
  return (
    <div className="manage-filters">
      <Input
        type="search"
        allowClear
        maxLength={200}
        aria-label={t('accounts.text')}
        placeholder={t('accounts.text')}
        defaultValue={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value.trim() })}
      />
      <Segments
        label={t('accounts.status')}
        values={STATUS}
        titles={titles}
        value={filter.status ?? 'all'}
        onChange={(status) => onChange({ ...(filter.text === undefined ? {} : { text: filter.text }), ...(status === 'all' ? {} : { status }) })}
      />
    </div>
  );
}
