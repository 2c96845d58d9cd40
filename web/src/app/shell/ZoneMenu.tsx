import { Button, Popover, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offset } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { useChange } from './useChange';

/** The zone in which all times are shown. */
export function ZoneMenu() {
  const { t } = useTranslation('app');
  const { time_zone: zone } = usePreferences();
  const [open, setOpen] = useState(false);
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} title={t('bar.zone')} content={<Zones onDone={() => setOpen(false)} />} destroyOnHidden>
      <Button type="text" size="small" title={`${t('bar.zone')}: ${zone}`}>{`UTC${offset(new Date(), zone)}`}</Button>
    </Popover>
  );
}

function Zones({ onDone }: { onDone: () => void }) {
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
