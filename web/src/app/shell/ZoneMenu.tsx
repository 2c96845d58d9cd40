import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { offset } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { Flyout } from '@/shared/ui/Flyout';

const ZoneChoice = lazy(async () => ({ default: (await import('./ZoneChoice')).ZoneChoice }));

/** The zone in which all times are shown. */
export function ZoneMenu() {
  const { t } = useTranslation('app');
  const { time_zone: zone } = usePreferences();
  return (
    <Flyout label={`${t('bar.zone')}: ${zone}`} button={`UTC${offset(new Date(), zone)}`} opens="dialog">
      {(close) => <Suspense><ZoneChoice onDone={close} /></Suspense>}
    </Flyout>
  );
}
