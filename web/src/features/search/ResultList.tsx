import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { ResultHead } from './ResultHead';
import { ResultRow } from './ResultRow';
import type { RunResults } from './runResults';
import { drawnHeight, visibleRows } from './listWindow';
import { isSelected } from './selection';
import { useListWindow } from './useListWindow';
import { useResults } from './useResults';

const HEAD_PX = 30;
/** Rows near those that were read are fetched at once; others when the hand rests, so that a drag of the bar fetches nothing. */
const NEAR_ROWS = 500;
const FAR_MS = 300;
const SNIPPETS_MS = 150;
/** Below this width a row has two lines instead of columns. */
const NARROW_PX = 720;

interface Props {
  results: RunResults;
  by: 'sent' | 'archived';
  /** The message that is open in the pane. */
  open: string | undefined;
  onOpen: (index: number) => void;
  onSelect: (index: number, range: boolean) => void;
  onMove: (index: number) => void;
}

/** Everything that was found, however much: only the rows that are seen are drawn and fetched. */
export function ResultList({ results, by, open, onOpen, onSelect, onMove }: Props) {
  const { t } = useTranslation('search');
  const { density } = usePreferences();
  const version = useResults(results);
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(scroller);
  const rowHeight = narrow ? 50 : density === 'compact' ? 30 : 48;
  const { list, onScroll, reveal } = useListWindow(scroller, results.total, rowHeight, narrow ? 0 : HEAD_PX, results.place.top);
  const { first, last } = visibleRows(list);
  const { active, selection } = results.place;

  useEffect(() => {
    results.place.top = list.top;
  }, [results, list.top]);
  useEffect(() => reveal(active), [active, reveal]);
  useEffect(() => {
    const far = first > results.reached + NEAR_ROWS;
    const timer = setTimeout(() => void results.want(first, last), far ? FAR_MS : 0);
    return () => clearTimeout(timer);
  }, [results, first, last]);
  useEffect(() => {
    const timer = setTimeout(() => void results.wantSnippets(first, last), SNIPPETS_MS);
    return () => clearTimeout(timer);
  }, [results, first, last, version]);

  const page = Math.max(1, Math.floor(list.height / rowHeight) - 1);
  const pressed = (event: KeyboardEvent) => {
    const to = destination(event.key, active, page, results.total);
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (to !== undefined) {
      event.preventDefault();
      onMove(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(active);
    } else if (event.key === ' ') {
      event.preventDefault();
      onSelect(active, event.shiftKey);
    }
  };
  return (
    <div
      ref={scroller}
      id="results"
      role="grid"
      tabIndex={0}
      className={`hits hits-${narrow ? 'narrow' : density}`}
      aria-label={t('list.label')}
      aria-rowcount={results.total + 1}
      aria-colcount={7}
      aria-multiselectable
      aria-activedescendant={active >= first && active < last ? `hit-${active}` : undefined}
      onScroll={onScroll}
      onKeyDown={pressed}
    >
      <ResultHead by={by} hidden={narrow} />
      <div role="rowgroup" style={{ height: drawnHeight(list) }}>
        <div role="presentation" className="hits-view" style={{ height: Math.min(list.height, drawnHeight(list)), top: narrow ? 0 : HEAD_PX }}>
          {Array.from({ length: last - first }, (_, offset) => first + offset).map((index) => {
            const hit = results.row(index);
            return (
              <ResultRow
                key={index}
                index={index}
                hit={hit}
                snippet={hit && results.snippet(hit.id)}
                at={index * rowHeight - list.top}
                height={rowHeight}
                by={by}
                active={index === active}
                selected={hit !== undefined && isSelected(selection, hit.id)}
                open={hit !== undefined && hit.id === open}
                onOpen={onOpen}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The row that a key leads to. */
function destination(key: string, active: number, page: number, total: number): number | undefined {
  const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: total - 1 }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(to, total - 1));
}

function useNarrow(element: React.RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(false);
  const measure = useCallback(() => setNarrow((element.current?.clientWidth ?? NARROW_PX) < NARROW_PX), [element]);
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    if (element.current !== null) {
      measure();
      observer.observe(element.current);
    }
    return () => observer.disconnect();
  }, [element, measure]);
  return narrow;
}
