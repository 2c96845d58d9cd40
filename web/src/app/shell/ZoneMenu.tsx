import { Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offset } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';

const ZoneChoice = lazy(async () => ({ default: (await import('./ZoneChoice')).ZoneChoice }));

/** The zone in which all times are shown. */
export function ZoneMenu() {
  const { t } = useTranslation('app');
  const { time_zone: zone } = usePreferences();
  const [open, setOpen] = useState(false);
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} title={t('bar.zone')} content={<Suspense><ZoneChoice onDone={() => setOpen(false)} /></Suspense>} destroyOnHidden>
      <Button type="text" size="small" title={`${t('bar.zone')}: ${zone}`}>{`UTC${offset(new Date(), zone)}`}</Button>
    </Popover>
  );
}
