import { App } from 'antd';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { API } from '@/shared/api/request';
import { Divider } from '@/shared/ui/Divider';
import { useKeptNumber } from '@/shared/hooks/useKept';
import { type ExportScope, useParts } from '@/shared/parts/parts';
import { type Criteria, timeRange } from './criteria';
import { EmptyResult } from './EmptyResult';
import { ReadingOn } from './ReadingOn';
import { ResultList } from './ResultList';
import { ResultNotes } from './ResultNotes';
import { ResultSummary } from './ResultSummary';
import type { RunResults } from './runResults';
import { NOTHING, ranged, toggled, withAll } from './selection';
import { SelectionBar } from './SelectionBar';
import { useResultKeys } from './useResultKeys';
import { useShown } from './useShown';
import { ViewSwitch } from './ViewSwitch';

interface Props {
  results: RunResults;
  criteria: Criteria;
  /** Whether another search is wanted and this is still the one before. */
  stale: boolean;
  onSearch: (criteria: Criteria) => void;
}

/** What a search run found: facts, list, selection, and the message that is open. */
export function Results({ results, criteria, stale, onSearch }: Props) {
  const { t } = useTranslation('search');
  const { message } = App.useApp();
  const { MessagePane, ExportDialog } = useParts();
  const shown = useShown(results);
  const [exporting, setExporting] = useState<ExportScope>();
  const [share, setShare] = useKeptNumber(`muniment.pane.${shown.view}`, 45);
  const { move, select } = usePlace(results);
  const all = () => results.move({ selection: { kind: 'run' } });
  const none = () => results.move({ selection: NOTHING });
  const exportNow = () => setExporting(scopeOf(results));
  useResultKeys({
    results, move, select, open: shown.open, step: shown.step, close: shown.close, all, none, exportNow,
    page: () => results.move({ selection: withAll(results.place.selection, idsOnScreen()) }),
    copied: () => void message.success(t('keys.copied')),
    download: (id) => download(`${API}/messages/${id}/raw`),
  });
  useReturn(shown.message === undefined && results.place.top > 0);

  const empty = results.total === 0;
  const pane = shown.message !== undefined && shown.view !== 'list';
  return (
    <section className={`results results-${pane ? shown.view : 'list'}${stale ? ' results-stale' : ''}`} aria-label={t('summary.label')} aria-busy={stale}>
      <div className="results-main" style={pane ? { flexBasis: `${100 - share}%` } : undefined}>
        <div className="found">
          <ResultSummary results={results} />
          {!empty && <SelectionBar results={results} onAll={all} onNone={none} onExport={exportNow} />}
          {!empty && !shown.small && <ViewSwitch view={shown.view} onChange={shown.setView} />}
        </div>
        <ResultNotes notes={results.run.notes ?? []} />
        {empty ? (
          <EmptyResult
            query={results.run.canonical}
            range={timeRange(criteria, new Date())}
            onDrop={(query) => onSearch({ ...criteria, query })}
            onAllTime={() => onSearch({ ...criteria, range: { kind: 'all' } })}
          />
        ) : (
          <>
            <ReadingOn results={results} onStop={() => move(results.halt())} onRetry={() => void results.again()} />
            <ResultList results={results} by={criteria.by} open={shown.message} onOpen={shown.open} onSelect={select} onMove={move} />
          </>
        )}
      </div>
      {pane && shown.message !== undefined && (
        <>
          <Divider label={t('view.divider')} between={shown.view === 'right' ? 'column' : 'row'} share={share} least={20} most={80} onChange={setShare} />
          <aside className="results-pane" style={{ flexBasis: `${share}%` }} aria-label={t('view.pane')}>
            <Suspense>
              <MessagePane
                id={shown.message}
                tab={shown.tab}
                onTab={shown.setTab}
                onClose={shown.close}
                onExport={() => setExporting({ ids: shown.message === undefined ? [] : [shown.message] })}
              />
            </Suspense>
          </aside>
        </>
      )}
      {exporting !== undefined && <Suspense><ExportDialog scope={exporting} onClose={() => setExporting(undefined)} /></Suspense>}
    </section>
  );
}

function usePlace(results: RunResults) {
  const move = useCallback((active: number) => {
    results.move({ active: Math.max(0, Math.min(active, results.total - 1)) });
  }, [results]);
  const select = useCallback((index: number, range: boolean) => {
    const { selection } = results.place;
    const id = results.row(index)?.id;
    if (id !== undefined) {
      results.move({
        active: index,
        selection: range ? ranged(selection, index, (at) => results.row(at)?.id) : toggled(selection, id, index),
      });
    }
  }, [results]);
  return { move, select };
}

/** Who comes back to a result goes on where she was. */
function useReturn(returned: boolean): void {
  useEffect(() => {
    // After the heading of the page has had its turn.
    const timer = returned ? setTimeout(() => document.getElementById('results')?.focus({ preventScroll: true })) : undefined;
    return () => clearTimeout(timer);
    // Only the way in counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

function scopeOf({ place, run, total }: RunResults): ExportScope {
  const ids = place.selection.kind === 'ids' ? [...place.selection.ids] : [];
  return { ids, run: { id: run.id, total } };
}

function idsOnScreen(): string[] {
  return [...document.querySelectorAll<HTMLElement>('#results [data-message]')].map((row) => row.dataset.message ?? '');
}

/** As a link would, so that the browser shows its progress and keeps the page. */
function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
