import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { archiveQuery } from '@/shared/api/archive';
import type { ArchiveSummary } from '@/shared/api/schema';
import { statusQuery } from '@/shared/api/status';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import { ReasonDialog } from './ReasonDialog';
import { switchArchive } from './requests/switchArchive';

interface Props {
  archive: ArchiveSummary;
  enabled: boolean;
  onClose: () => void;
}

/** Turns archiving on or off: the effect in words and numbers, and a reason. */
export function SwitchDialog({ archive, enabled, onClose }: Props) {
  const { t } = useTranslation('manage');
  const client = useQueryClient();
  const turn = async (reason: string) => {
    client.setQueryData(archiveQuery.queryKey, await switchArchive(enabled, reason));
    void client.invalidateQueries({ queryKey: ['archive'] });
    void client.invalidateQueries({ queryKey: ['coverage'] });
    onClose();
  };
  return (
    <ReasonDialog title={t(enabled ? 'switch.title_on' : 'switch.title_off')} danger={!enabled} onSave={turn} onClose={onClose}>
      <Effect archive={archive} enabled={enabled} />
    </ReasonDialog>
  );
}

/** What will be different from the moment it is saved. */
function Effect({ archive, enabled }: { archive: ArchiveSummary; enabled: boolean }) {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  const duration = useDuration();
  const status = useQuery(statusQuery);
  const [opened] = useState(() => Date.now());
  const messages = status.data?.counts.archived ?? 0;
  return enabled ? (
    <>
      <p>{t('switch.effect_on', { count: archive.retention_years ?? 5 })}</p>
      {archive.last_closed !== null && <p>{t('switch.effect_gap', { duration: duration(opened - Date.parse(archive.last_closed)) })}</p>}
    </>
  ) : (
    <>
      <p>{t('switch.effect_off')}</p>
      <p>{t('switch.effect_stays', { count: messages, messages: numbers.count(messages) })}</p>
    </>
  );
}
