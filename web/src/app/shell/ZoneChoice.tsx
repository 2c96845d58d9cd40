import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { offset } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { useChange } from './useChange';

/** All zones the browser knows, to be found by typing. */
export function ZoneChoice({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('app');
  const { time_zone: zone } = usePreferences();
  const change = useChange();
  const options = useMemo(
    () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')].map((value) => ({ value, label: `${value} ${offset(new Date(), value)}` })),
    [],
  );
  return (
    <>
      <Select
        className="zone-select"
        aria-label={t('bar.zone')}
        showSearch
        autoFocus
        options={options}
        value={zone}
        onChange={(value: string) => {
          change({ time_zone: value });
          onDone();
        }}
      />
      <p className="hint">{t('bar.zone_hint')}</p>
    </>
  );
}
