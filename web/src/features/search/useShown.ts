import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useMedia } from '@/shared/hooks/useMedia';
import { changePreferences } from '@/shared/preferences/change';
import { usePreferences } from '@/shared/preferences/store';
import { readingOrder } from '@/shared/reading/order';
import type { RunResults } from './runResults';
import { readShown, withShown } from './searchUrl';
import type { ViewKind } from './ViewSwitch';

/** Below this a message has the whole page. */
const SMALL = '(width < 900px)';

/** The message that is open, where it is shown, and what opens another: all of it in the URL. */
export function useShown(results: RunResults) {
  const location = useLocation();
  const navigate = useNavigate();
  const small = useMedia(SMALL);
  const preferred = usePreferences().search_view;
  const { search, hash } = location;
  const inUrl = readShown(search);
  const view: ViewKind = small ? 'list' : (inUrl.view ?? preferred);
  const message = inUrl.message;
  const here = `/search${withShown(search, { m: null, tab: null })}${hash}`;

  useEffect(() => {
    readingOrder.set({ from: here, neighbour: (id, step) => neighbour(results, id, step) });
  }, [here, results]);

  useEffect(() => {
    // A link to an open message holds where there is no pane for it, too; only the way in counts.
    if (view === 'list' && message !== undefined) {
      void navigate(`/messages/${message}${inUrl.tab === null ? '' : `?tab=${inUrl.tab}`}`, { replace: true });
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const show = useCallback((id: string) => {
    if (view === 'list') {
      void navigate(`/messages/${id}`, { state: { from: here } });
    } else {
      void navigate({ search: withShown(search, { m: id }), hash }, { replace: message !== undefined });
    }
  }, [navigate, view, here, search, hash, message]);
  const open = useCallback((index: number) => {
    const id = results.row(index)?.id;
    results.move({ active: index });
    if (id !== undefined) {
      show(id);
    }
  }, [results, show]);
  const step = useCallback(async (by: 1 | -1) => {
    const id = message === undefined ? results.row(results.place.active)?.id : await neighbour(results, message, by);
    if (id !== undefined) {
      show(id);
    }
  }, [results, message, show]);
  const close = useCallback(() => {
    if (message === undefined) {
      return;
    }
    void navigate({ search: withShown(search, { m: null, tab: null }), hash }, { replace: true });
    document.getElementById('results')?.focus({ preventScroll: true });
  }, [navigate, search, hash, message]);
  const setTab = (tab: string) => void navigate({ search: withShown(search, { tab }), hash }, { replace: true });
  const setView = (kind: ViewKind) => {
    // The list takes its place at once; whether the server keeps the preference is told by nothing that matters here.
    void changePreferences({ search_view: kind }).catch(() => undefined);
    void navigate({ search: withShown(search, { view: kind, ...(kind === 'list' && { m: null, tab: null }) }), hash }, { replace: true });
  };
  return { view, small, message, tab: inUrl.tab, open, step, close, setTab, setView };
}

/** The next or the previous message of the result; makes it the active row, and fetches it if need be. */
async function neighbour(results: RunResults, id: string, step: 1 | -1): Promise<string | undefined> {
  const index = (results.indexOf(id) ?? results.place.active) + step;
  if (index < 0 || index >= results.total) {
    return undefined;
  }
  if (results.row(index) === undefined) {
    await results.want(index, index + 1);
  }
  results.move({ active: index });
  return results.row(index)?.id;
}
