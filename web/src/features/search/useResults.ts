import { useSyncExternalStore } from 'react';
import type { RunResults } from './runResults';

/** Draws the component again whenever rows, snippets or the reader's place in the result change; gives the count of such changes. */
export function useResults(results: RunResults): number {
  return useSyncExternalStore(results.subscribe, results.current);
}
