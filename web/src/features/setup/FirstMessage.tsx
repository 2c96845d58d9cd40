import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '@/shared/api/schema';
import { formatInstant } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';
import { Note } from '@/shared/ui/Note';

/** Waits for the first mail on the listener, and says what became of it; what came before one looked is the latest. */
export function FirstMessage({ smtp }: { smtp: Status['smtp'] }) {
  const { t } = useTranslation('setup');
  const { time_zone: zone } = usePreferences();
  const last = smtp.last_received;
  const [waited] = useState(last == null);
  const where = `${smtp.address}:${smtp.port}`;
  return (
    <div aria-live="polite">
      {last == null ? (
        <Note kind="info" title={t('source.listening', { where })}>{t('source.waiting')}</Note>
      ) : (
        <Note kind="good" title={t(waited ? 'source.received' : 'source.latest', { at: formatInstant(last.at, zone), client: last.client ?? t('source.unknown_client') })}>
          {t(`source.outcome.${last.outcome}`)}
        </Note>
      )}
    </div>
  );
}
