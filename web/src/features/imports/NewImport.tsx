import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { archiveQuery } from '@/shared/api/archive';
import { importsQuery } from '@/shared/api/imports';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { DropZone } from './DropZone';
import { StartForm, type StartFields } from './StartForm';
import { startImport } from './startImport';
import { UploadList } from './UploadList';
import { uploads, useUploads } from './uploads';

/** Files are sent first; reading them begins when the person says so. */
export function NewImport() {
  const { t } = useTranslation('imports');
  const items = useUploads();
  const archive = useQuery(archiveQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useLeaveWarning(items.some((item) => item.state === 'sending' || item.state === 'waiting'));

  const start = async ({ reason, force }: StartFields) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const sent = items.filter((item) => item.id !== undefined);
      const begun = await startImport({
        uploads: sent.map((item) => item.id ?? ''),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...(force ? { force } : {}),
      });
      uploads.forget(sent.map((item) => item.key));
      void client.invalidateQueries({ queryKey: importsQuery.queryKey });
      await navigate(`/imports/${begun.id}`);
    } catch (failed) {
      setProblem(failed);
      setBusy(false);
    }
  };

  return (
    <Panel title={t('new.title')}>
      <DropZone onFiles={uploads.add} />
      {items.length > 0 && (
        <>
          <UploadList items={items} />
          {problem !== undefined && <ProblemNote problem={problem} />}
          <StartForm items={items} archivingOff={archive.data?.enabled === false} busy={busy} onStart={start} />
        </>
      )}
    </Panel>
  );
}

/** Closing the tab would stop what is being sent. */
function useLeaveWarning(sending: boolean): void {
  useEffect(() => {
    if (!sending) {
      return;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [sending]);
}
