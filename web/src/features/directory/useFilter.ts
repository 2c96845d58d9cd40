import { useSearchParams } from 'react-router';
import type { Filter } from './requests/accounts';

const KEYS = { text: 'text', department: 'department', state: 'state', source: 'source' } as const;

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
  const set = (change: Partial<Filter>, replace = false) => setParams((before) => {
    const next = new URLSearchParams(before);
    const { subdepartments, ...texts } = { ...filter, ...change };
    Object.values(KEYS).forEach((key) => (texts[key] === '' ? next.delete(key) : next.set(key, texts[key])));
    if (subdepartments) {
      next.delete('below');
    } else {
      next.set('below', 'no');
    }
    return next;
  }, { replace });
  const open = params.get('account');
  const setOpen = (id: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (id === null) {
      next.delete('account');
    } else {
      next.set('account', id);
    }
    return next;
  });
  return { filter, set, open, setOpen };
}
