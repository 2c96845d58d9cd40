import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { ZoneSelect } from '@/shared/ui/ZoneSelect';
import { useChange } from './useChange';

/** Chooses the zone of all times shown. */
export function ZoneChoice({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('app');
  const { time_zone: zone } = usePreferences();
  const change = useChange();
  const choose = (value: string) => {
    change({ time_zone: value });
    onDone();
  };
  return (
    <>
      <ZoneSelect label={t('bar.zone')} autoFocus value={zone} onChange={choose} />
      <p className="hint">{t('bar.zone_hint')}</p>
    </>
  );
}
