import { useCallback, useEffect, useRef, useState } from 'react';
import { type Criteria, criteriaKey, timeRange } from './criteria';
import { runSearch } from './requests/runSearch';
import { RunResults } from './runResults';

/** Runs of this visit: coming back to one shows it as it was left, without running it again. */
const kept = new Map<string, RunResults>();
const MOST_KEPT = 5;
const FIRST_ROWS = 50;

export interface SearchRunning {
  /** The newest result there is; still the one before while the next is on its way or has failed. */
  results: RunResults | undefined;
  /** Whether {@link results} is what the criteria ask for. */
  fresh: boolean;
  loading: boolean;
  problem: unknown;
  /** Runs the same search as a new search run. */
  again: () => void;
  cancel: () => void;
}

interface State {
  key: string | undefined;
  results: RunResults | undefined;
  problem: unknown;
}

/** The search that the criteria name; runs it unless it was run in this visit. */
export function useSearchRun(criteria: Criteria | undefined): SearchRunning {
  const key = criteria === undefined ? undefined : criteriaKey(criteria, new Date());
  const [state, setState] = useState<State>(() => ({ key, results: key === undefined ? undefined : kept.get(key), problem: undefined }));
  const [round, setRound] = useState(0);
  const aborting = useRef<AbortController>(undefined);
  const wanted = useRef(criteria);
  useEffect(() => {
    wanted.current = criteria;
  });

  useEffect(() => {
    const now = wanted.current;
    if (key === undefined || now === undefined) {
      setState({ key, results: undefined, problem: undefined });
      return;
    }
    const known = kept.get(key);
    if (known !== undefined) {
      setState({ key, results: known, problem: undefined });
      return;
    }
    const aborted = new AbortController();
    aborting.current = aborted;
    runSearch({ query: now.query, time_range: timeRange(now, new Date()), limit: FIRST_ROWS }, aborted.signal).then(
      (run) => setState({ key, results: keep(key, new RunResults(run)), problem: undefined }),
      (problem: unknown) => aborted.signal.aborted || setState((before) => ({ key, results: before.results, problem })),
    );
    return () => aborted.abort();
  }, [key, round]);

  const again = useCallback(() => {
    kept.delete(key ?? '');
    setState((before) => ({ ...before, key: undefined, problem: undefined }));
    setRound((before) => before + 1);
  }, [key]);
  const cancel = useCallback(() => {
    aborting.current?.abort();
    setState((before) => ({ ...before, key, problem: undefined }));
  }, [key]);
  const fresh = state.key === key && state.results !== undefined && kept.get(key ?? '') === state.results;
  return { results: state.results, fresh, loading: key !== undefined && state.key !== key, problem: state.problem, again, cancel };
}

function keep(key: string, results: RunResults): RunResults {
  kept.delete(key);
  kept.set(key, results);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) {
    kept.delete(oldest);
  }
  return results;
}
