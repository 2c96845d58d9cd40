import { useCallback, useEffect, useReducer, useRef } from 'react';
import { ProblemError } from '@/shared/api/problem';
import { type Conditions, toldOf } from './conditions';
import { changed, type Draft, draftOf, faultOf } from './draft';
import { parseQuery } from './requests/parseQuery';

/** The other side follows when the hand rests this long. */
const REST_MS = 250;

export interface DraftInHand {
  draft: Draft;
  typeLine: (line: string) => void;
  fill: (form: Partial<Conditions>) => void;
  /** Takes over what the server found wrong with the query line. */
  refuse: (problem: ProblemError) => void;
  /** The query line with everything in it that was filled in; nothing if the form cannot be understood. */
  settle: () => Promise<string | undefined>;
}

/** A search being written; query line and form follow each other through POST /query:parse. */
export function useDraft(line: string): DraftInHand {
  const [draft, dispatch] = useReducer(changed, line, draftOf);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  const parse = useCallback(async (of: Draft, signal: AbortSignal) => {
    const given = of.ahead === 'form' ? { conditions: toldOf(of.form) } : { query: of.line };
    try {
      const parsed = await parseQuery(given, signal);
      dispatch({ kind: 'parsed', edit: of.edit, parsed });
      return parsed.query;
    } catch (problem) {
      if (problem instanceof ProblemError && faultOf(of, problem) !== undefined) {
        dispatch({ kind: 'refused', edit: of.edit, problem });
        return undefined;
      }
      throw problem;
    }
  }, []);

  const { edit, ahead } = draft;
  useEffect(() => {
    if (ahead === undefined) {
      return;
    }
    const aborted = new AbortController();
    // What cannot be asked now is asked when the search is run; only there it is in the way.
    const timer = setTimeout(() => void parse(latest.current, aborted.signal).catch(() => undefined), REST_MS);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  }, [edit, ahead, parse]);

  const typeLine = useCallback((typed: string) => dispatch({ kind: 'line', line: typed }), []);
  const fill = useCallback((form: Partial<Conditions>) => dispatch({ kind: 'form', form }), []);
  const refuse = useCallback((problem: ProblemError) => dispatch({ kind: 'refused', edit: latest.current.edit, problem }), []);
  const settle = useCallback(async () => {
    const now = latest.current;
    return now.ahead === 'form' ? parse(now, new AbortController().signal) : now.line.trim();
  }, [parse]);
  return { draft, typeLine, fill, refuse, settle };
}
