import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodsQuery } from '@/shared/archive/periods';
import { saveCsv } from '@/shared/format/csv';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { CoveragePanel } from './CoveragePanel';
import { PeriodTable } from './PeriodTable';
import { saveTable } from './requests/saveTable';
import { turnsQuery } from './requests/turns';
import { TurnTable } from './TurnTable';

/** When archiving was on, and which accounts were opened and closed. */
export function HistoryTab() {
  return (
    <>
      <CoveragePanel />
      <PeriodsPanel />
      <TurnsPanel />
    </>
  );
}

function PeriodsPanel() {
  const { t } = useTranslation('manage');
  const query = useQuery(periodsQuery);
  const periods = query.data ?? [];
  const save = () => saveCsv('archiving-periods.csv', [
    [t('periods.started'), t('periods.by'), t('reason.label'), t('periods.ended'), t('periods.by'), t('reason.label')],
    ...periods.map((one) => [one.started, one.started_by ?? '', one.started_reason ?? '', one.ended ?? '', one.ended_by ?? '', one.ended_reason ?? '']),
  ]);
  return (
    <Panel title={t('periods.title')} actions={periods.length > 0 && <Button size="small" onClick={save}>{t('csv')}</Button>}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={3} />
        : periods.length === 0 ? <p>{t('periods.none')}</p> : <PeriodTable periods={periods} />}
    </Panel>
  );
}

function TurnsPanel() {
  const { t } = useTranslation('manage');
  const [failed, setFailed] = useState<unknown>();
  const query = useInfiniteQuery(turnsQuery);
  const turns = query.data?.pages.flatMap((page) => page.data) ?? [];
  const save = () => saveTable('/accounts:history', 'account-history.csv').catch(setFailed);
  return (
    <Panel title={t('turns.title')} actions={turns.length > 0 && <Button size="small" onClick={() => void save()}>{t('csv')}</Button>}>
      {failed !== undefined && <ProblemNote problem={failed} />}
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={4} />
        : turns.length === 0 ? <p>{t('turns.none')}</p> : <TurnTable turns={turns} addresses />}
      {query.hasNextPage && <Button className="more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button>}
    </Panel>
  );
}
