import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { offset } from '@/shared/format/time';
import { Field } from './Field';

interface Props {
  zone: string;
  onChange: (zone: string) => void;
}

/** The zone in which the days of the range begin and end. */
export function ZoneField({ zone, onChange }: Props) {
  const { t } = useTranslation('search');
  const options = useMemo(() => {
    const now = new Date();
    const names = new Set(['UTC', zone, ...Intl.supportedValuesOf('timeZone')]);
    return [...names].map((value) => ({ value, label: `${value} ${offset(now, value)}` }));
  }, [zone]);
  return (
    <Field id="zone" label={t('form.zone')}>
      <Select id="zone" showSearch options={options} value={zone} popupMatchSelectWidth={260} onChange={onChange} />
    </Field>
  );
}
