import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchField } from '@/shared/ui/SearchField';
import { type Filter, sources, states } from './requests/accounts';

/** Narrows the accounts down by text, status and source. */
export function AccountFilter({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>, replace?: boolean) => void }) {
  const { t } = useTranslation('directory');
  const several = (value: string) => (value === '' ? [] : value.split(','));
  return (
    <div className="filters" role="search" aria-label={t('filter.label')}>
      <SearchField label={t('filter.text')} value={filter.text} onChange={(text) => onChange({ text }, true)} />
      <Select
        mode="multiple" allowClear aria-label={t('column.state')} placeholder={t('filter.any_state')} value={several(filter.state)}
        options={states.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={(chosen: string[]) => onChange({ state: chosen.join(',') })}
      />
      <Select
        mode="multiple" allowClear aria-label={t('column.source')} placeholder={t('filter.any_source')} value={several(filter.source)}
        options={sources.map((value) => ({ value, label: t(`source.${value}`) }))} onChange={(chosen: string[]) => onChange({ source: chosen.join(',') })}
      />
      {filter.department !== '' && (
        <Checkbox checked={filter.subdepartments} onChange={(event) => onChange({ subdepartments: event.target.checked })}>{t('filter.below')}</Checkbox>
      )}
    </div>
  );
}
