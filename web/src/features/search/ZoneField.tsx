import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { offset } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { Field } from './Field';

interface Props {
  zone: string;
  onChange: (zone: string) => void;
}

/** The zone in which the days of the range begin and end: the reader's own first, the others by continent and city. */
export function ZoneField({ zone, onChange }: Props) {
  const { t } = useTranslation('search');
  const { time_zone: home } = usePreferences();
  const first = [...new Set([home, 'UTC', zone])];
  const continents = useMemo(byContinent, []);
  return (
    <Field id="zone" label={t('form.zone')} className="field-zone">
      <select id="zone" className="control" value={zone} title={`${zone} ${offset(new Date(), zone)}`} onChange={({ target }) => onChange(target.value)}>
        {first.map((name) => <option key={name} value={name}>{name}</option>)}
        {[...continents].map(([continent, zones]) => (
          <optgroup key={continent} label={continent}>
            {zones.filter((name) => !first.includes(name)).map((name) => <option key={name} value={name}>{cityOf(name)}</option>)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function byContinent(): Map<string, string[]> {
  const continents = new Map<string, string[]>();
  for (const name of Intl.supportedValuesOf('timeZone').filter((one) => one.includes('/'))) {
    const continent = name.split('/')[0] ?? '';
    continents.set(continent, [...(continents.get(continent) ?? []), name]);
  }
  return continents;
}

function cityOf(name: string): string {
  return name.slice(name.indexOf('/') + 1).replaceAll('_', ' ');
}
