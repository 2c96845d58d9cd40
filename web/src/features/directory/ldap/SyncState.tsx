import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '@/shared/session/me';
import { useAttempt } from '@/shared/session/useAttempt';
import { Note } from '@/shared/ui/Note';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { runSync, type Sync, type SyncRun } from '../requests/syncs';

const KINDS = { applied: 'good', unchanged: 'good', waiting: 'warning', failed: 'error' } as const;

/** When the server was read last and is read next, and reading it now. */
export function SyncState({ sync }: { sync: Sync }) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const write = useMay('directory:write');
  const [run, setRun] = useState<SyncRun>();
  const { attempt, busy, problem } = useAttempt();
  const renew = () => Promise.all([client.invalidateQueries({ queryKey: ['directory'] }), client.invalidateQueries({ queryKey: ['departments'] })]);
  const begin = async () => {
    setRun(await attempt(runSync));
    await renew();
  };
  const ended = useEffectEvent(() => void renew());
  const ran = useRef(sync.running);
  useEffect(() => {
    if (ran.current && !sync.running) {
      ended();
    }
    ran.current = sync.running;
  }, [sync.running]);
  return (
    <Panel title={t('sync.title')} actions={write && sync.settings !== null && <Button size="small" loading={busy || sync.running} onClick={begin}>{t('sync.run')}</Button>}>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {run !== undefined && (
        <Note kind={KINDS[run.outcome]} title={t(`sync.outcome_${run.outcome}`)}>
          {run.problem !== null && <div>{run.problem}</div>}
          {run.import_id !== null && <Link to={`/directory?view=imports&import=${run.import_id}`}>{t('sync.changes')}</Link>}
        </Note>
      )}
      <dl className="facts sync-facts">
        <div><dt>{t('sync.last')}</dt><dd>{sync.last_begun === null ? t('sync.never') : <Time at={sync.last_begun} />}</dd></div>
        <div><dt>{t('sync.next')}</dt><dd>{sync.next === null ? t('sync.by_hand') : <Time at={sync.next} />}</dd></div>
      </dl>
    </Panel>
  );
}
