import type { ViewKind } from './ViewSwitch';

/** What of a result is on the screen, beside the criteria. */
export interface Shown {
  view: ViewKind | undefined;
  message: string | undefined;
  tab: string | null;
}

export function readShown(search: string): Shown {
  const params = new URLSearchParams(search);
  const view = params.get('view');
  return {
    view: view === 'list' || view === 'right' || view === 'bottom' ? view : undefined,
    message: params.get('m') ?? undefined,
    tab: params.get('tab'),
  };
}

/** The same search with another message, tab or view on the screen; `null` takes a parameter away. */
export function withShown(search: string, change: Partial<Record<'view' | 'm' | 'tab', string | null>>): string {
  const kept = search.replace(/^\?/, '').split('&').filter((pair) => pair !== '' && !((pair.split('=')[0] ?? '') in change));
  const added = Object.entries(change).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
  const all = [...kept, ...added].join('&');
  return all === '' ? '' : `?${all}`;
}
