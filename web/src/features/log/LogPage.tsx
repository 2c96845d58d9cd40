import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { saveFile } from '@/shared/format/csv';
import { useNumbers } from '@/shared/format/numbers';
import { formatDay } from '@/shared/format/time';
import { useShortcuts } from '@/shared/keys/keys';
import { usePreferences } from '@/shared/preferences/store';
import { useMay } from '@/shared/session/me';
import { Page } from '@/shared/ui/Page';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { useComplaint } from '@/shared/ui/useComplaint';
import { Waiting } from '@/shared/ui/Waiting';
import { apiParams, type Criteria, criteriaUrl, readCriteria } from './criteria';
import { LogFilters } from './LogFilters';
import { LogTable } from './LogTable';
import { logFile, logQuery } from './requests/getLog';
import './log.css';

// What not every visit needs comes after what it does.
const Compare = lazy(async () => ({ default: (await import('./Compare')).Compare }));
const EntryDrawer = lazy(async () => ({ default: (await import('./EntryDrawer')).EntryDrawer }));

/** Who did what and when; reading it is an entry of the log itself. */
export function LogPage() {
  const { t } = useTranslation(['log', 'shared']);
  const { time_zone: zone, language } = usePreferences();
  const complain = useComplaint();
  const numbers = useNumbers();
  const location = useLocation();
  const navigate = useNavigate();
  const all = useMay('log:read');
  const [time, setTime] = useState(() => Date.now());
  const criteria = readCriteria(location.search);
  const entry = location.hash.startsWith('#log_') ? location.hash.slice(1) : undefined;
  const params = apiParams(criteria, formatDay(new Date(time), zone), zone);
  const query = useInfiniteQuery(logQuery(params, time, language));
  const again = () => setTime(Date.now());
  const show = (next: Criteria) => {
    again();
    void navigate({ search: criteriaUrl(next) });
  };
  const open = (id: string | undefined) => void navigate({ search: window.location.search, hash: id === undefined ? '' : `#${id}` });
  const save = (type: 'text/csv' | 'application/x-ndjson', ending: string) => logFile(params, type)
    .then((file) => saveFile(`archive-log.${ending}`, file))
    .catch(complain);
  useShortcuts(t('title'), [{ keys: 'r', label: t('again'), run: again }]);
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Page title={t('title')}>
      <div className="log">
        {!all && <p className="hint">{t('own_only')}</p>}
        <LogFilters criteria={criteria} onShow={show} all={all} />
        {all && <Suspense><Compare entries={first?.entries} /></Suspense>}
        <Panel
          title={first === undefined ? t('found_none_yet') : t(first.total.relation === 'eq' ? 'found' : 'found_more', { count: first.total.value, entries: numbers.count(first.total.value) })}
          actions={(
            <span className="log-actions">
              <Button size="small" onClick={again}>{t('again')}</Button>
              <Button size="small" onClick={() => save('text/csv', 'csv')}>{t('csv')}</Button>
              <Button size="small" onClick={() => save('application/x-ndjson', 'ndjson')}>{t('ndjson')}</Button>
            </span>
          )}
        >
          {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
          {query.data === undefined ? query.error === null && <Waiting lines={8} /> : rows.length === 0 ? <p>{t('empty')}</p> : <LogTable rows={rows} open={entry} onOpen={open} />}
          {query.hasNextPage && <Button className="log-more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button>}
        </Panel>
      </div>
      {entry !== undefined && <Suspense><EntryDrawer id={entry} onClose={() => open(undefined)} /></Suspense>}
    </Page>
  );
}
