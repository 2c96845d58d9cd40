import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter } from './requests/accounts';

/** The filter of the accounts, kept in the URL. */
export function useFilter(): [Filter, (filter: Filter) => void] {
  const [params, setParams] = useSearchParams();
  const status = params.get('status');
  const text = params.get('text');
  const filter = useMemo((): Filter => ({
    ...(status === 'open' || status === 'not_open' ? { status } : {}),
    ...(text === null || text === '' ? {} : { text }),
  }), [status, text]);
  const change = useCallback((next: Filter) => setParams(
    new URLSearchParams(Object.entries(next).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')),
    { replace: true },
  ), [setParams]);
  return [filter, change];
}
