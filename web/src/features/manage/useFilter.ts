import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Filter, filterParams } from './requests/accounts';

const STATUS = ['open', 'not_open'] as const;
const DIRECTORY = ['active', 'disabled', 'left', 'unknown'] as const;

/** The filter of the accounts, kept in the URL. */
export function useFilter(): [Filter, (filter: Filter) => void] {
  const [params, setParams] = useSearchParams();
  const written = params.toString();
  const filter = useMemo(() => readFilter(new URLSearchParams(written)), [written]);
  const change = useCallback((next: Filter) => setParams(filterParams(next), { replace: true }), [setParams]);
  return [filter, change];
}

/** What of a URL is a filter. */
export function readFilter(params: URLSearchParams): Filter {
  const text = params.get('text') ?? '';
  const department = params.get('department') ?? '';
  const status = STATUS.find((one) => one === params.get('status'));
  const directory = DIRECTORY.find((one) => one === params.get('directory'));
  return {
    ...(status === undefined ? {} : { status }),
    ...(directory === undefined ? {} : { directory }),
    ...(department === '' ? {} : { department }),
    ...(department !== '' && params.get('subdepartments') === 'false' ? { subdepartments: 'false' } : {}),
    ...(text === '' ? {} : { text }),
  };
}
