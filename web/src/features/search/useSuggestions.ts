import { useEffect, useState } from 'react';
import { type SuggestedAccount, suggestAccounts } from './requests/suggestAccounts';

/** The hand rests this long before anybody is asked. */
const REST_MS = 150;
const NONE: SuggestedAccount[] = [];

/** Accounts that may be meant by what was typed. None without a directory: then an address is typed whole. */
export function useSuggestions(typed: string, wanted: boolean): SuggestedAccount[] {
  const prefix = typed.trim();
  const asked = wanted && prefix !== '';
  const [answer, setAnswer] = useState({ prefix: '', found: NONE });
  useEffect(() => {
    if (!asked) {
      return;
    }
    const aborted = new AbortController();
    const timer = setTimeout(() => {
      suggestAccounts(prefix, aborted.signal)
        .then((found) => setAnswer({ prefix, found }))
        .catch(() => setAnswer({ prefix, found: NONE }));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  }, [asked, prefix]);
  return asked && answer.prefix === prefix ? answer.found : NONE;
}
