import { Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Filter, sources, states } from './requests/accounts';

const PAUSE = 300;

/** Narrows the accounts down by text, status and source; what is typed counts after a short pause. */
export function AccountFilter({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>, replace?: boolean) => void }) {
  const { t } = useTranslation('directory');
  const [text, setText] = useState(filter.text);
  useEffect(() => setText(filter.text), [filter.text]);
  useEffect(() => {
    if (text.trim() === filter.text) {
      return;
    }
    const timer = setTimeout(() => onChange({ text: text.trim() }, true), PAUSE);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing starts the pause
  }, [text]);
  const several = (value: string) => (value === '' ? [] : value.split(','));
  return (
    <div className="filters" role="search" aria-label={t('filter.label')}>
      <Input allowClear value={text} maxLength={200} aria-label={t('filter.text')} placeholder={t('filter.text')} onChange={(event) => setText(event.target.value)} />
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
