import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter } from './requests/accounts';

/** Which accounts are shown and which one is open, as the URL says; changing it changes the URL. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const filter: Filter = {
    text: params.get('text') ?? '',
    department: params.get('department') ?? '',
    subdepartments: params.get('below') !== 'no',
    state: params.get('state') ?? '',
    source: params.get('source') ?? '',
  };
  // Two changes may come before the page is drawn again: the second builds on the first.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const write = (next: URLSearchParams, replace = false) => {
    latest.current = next;
    setParams(next, { replace });
  };
  /** Writes what changes and nothing else: it may come late, when something else has been chosen meanwhile. */
  const set = (change: Partial<Filter>, replace = false) => write(changed(latest.current, change), replace);
  const open = params.get('account');
  const setOpen = (id: string | null) => {
    const next = new URLSearchParams(latest.current);
    if (id === null) {
      next.delete('account');
    } else {
      next.set('account', id);
    }
    write(next);
  };
  return { filter, set, open, setOpen };
}

const KEYS = ['text', 'department', 'state', 'source'] as const;

function changed(before: URLSearchParams, change: Partial<Filter>): URLSearchParams {
  const next = new URLSearchParams(before);
  const write = (key: string, value: string) => (value === '' ? next.delete(key) : next.set(key, value));
  KEYS.forEach((key) => change[key] !== undefined && write(key, change[key]));
  if (change.subdepartments !== undefined) {
    write('below', change.subdepartments ? '' : 'no');
  }
  return next;
}
