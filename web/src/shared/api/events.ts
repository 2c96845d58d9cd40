import type { QueryClient } from '@tanstack/react-query';
import { archiveQuery } from './archive';
import { type ImportPage, importsQuery } from './imports';
import { API } from './request';
import type { Import, Status } from './schema';
import { statusQuery } from './status';

/** A refused stream is asked for again after this time; one that only broke off the browser opens again by itself. */
const AGAIN_MS = 30_000;

/**
 * GET /events: carries what happens on the server into what the pages show. Returns how to stop.
 *
 * A hidden tab lets its connection go, because a browser has only six of them per server. When the session has ended, the
 * stream goes on after somebody has signed in again.
 */
export function followEvents(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    clearTimeout(later);
    source?.close();
    source = undefined;
  };
  const follow = () => {
    if (document.hidden) {
      leave();
    } else if (source === undefined) {
      const opened = open(client);
      opened.addEventListener('error', () => {
        if (opened === source && opened.readyState === EventSource.CLOSED) {
          leave();
          later = setTimeout(follow, AGAIN_MS);
        }
      });
      source = opened;
    }
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    leave();
  };
}

function open(client: QueryClient): EventSource {
  const source = new EventSource(`${API}/events`);
  const on = (name: string, take: (data: unknown) => void) =>
    source.addEventListener(name, (event) => take(JSON.parse((event as MessageEvent<string>).data)));
  on('status', (data) => client.setQueryData(statusQuery.queryKey, data as Status));
  on('archive', () => void client.invalidateQueries({ queryKey: archiveQuery.queryKey }));
  on('import', (data) => {
    const changed = data as Import;
    client.setQueryData(['imports', changed.id], changed);
    client.setQueryData<ImportPage>(importsQuery.queryKey, (page) => page && withChanged(page, changed));
  });
  return source;
}

function withChanged(page: ImportPage, changed: Import): ImportPage {
  const known = page.data.some((one) => one.id === changed.id);
  return {
    ...page,
    data: known ? page.data.map((one) => (one.id === changed.id ? changed : one)) : [changed, ...page.data],
  };
}
