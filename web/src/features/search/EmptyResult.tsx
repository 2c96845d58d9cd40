import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { type ConditionName, type Conditions, formOf, narrowing, toldOf, without } from './conditions';
import { parseQuery } from './requests/parseQuery';
import { runSearch } from './requests/runSearch';

interface Props {
  query: string;
  range: Schemas['TimeRange'];
  /** Searches without a condition. */
  onDrop: (query: string) => void;
  onAllTime: () => void;
}

interface Reason {
  name: ConditionName | 'time_range';
  found: number;
  /** The query line without the condition. */
  query: string;
}

/** Says why nothing was found: how much there would be without each of the conditions. Counting is searching, so it waits to be asked. */
export function EmptyResult({ query, range, onDrop, onAllTime }: Props) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  const [reasons, setReasons] = useState<Reason[]>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const explain = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setReasons(await countWithout(query, range));
    } catch (failed) {
      setProblem(failed);
    } finally {
      setBusy(false);
    }
  };
  const bounds = `${range.from ?? ''} … ${range.to ?? ''} ${range.tz}`;
  const what = query === '' ? 'nothing_archived' : 'nothing';
  const helpful = reasons?.filter((reason) => reason.found > 0) ?? [];
  return (
    <section className="empty">
      <h2>{range.all === true ? t(`empty.${what}_ever`) : t(`empty.${what}`, { range: bounds })}</h2>
      {problem !== undefined && <ProblemNote problem={problem} onRetry={explain} />}
      {reasons === undefined && problem === undefined && (query !== '' || range.all !== true) && (
        <p>
          <Button onClick={explain} loading={busy}>{t('empty.explain')}</Button>
          <span className="hint">{t('empty.explain_hint')}</span>
        </p>
      )}
      {reasons !== undefined && helpful.length === 0 && <p>{t('empty.none_helps')}</p>}
      <ul>
        {helpful.map((reason) => (
          <li key={reason.name}>
            <Button type="link" onClick={() => (reason.name === 'time_range' ? onAllTime() : onDrop(reason.query))}>
              {t(`empty.without_${reason.name}`, { count: reason.found, found: numbers.count(reason.found) })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function countWithout(query: string, range: Schemas['TimeRange']): Promise<Reason[]> {
  const form = query === '' ? undefined : formOf((await parseQuery({ query }, new AbortController().signal)).conditions);
  const names = form === undefined ? [] : narrowing(form);
  const counted = await Promise.all(names.map((name) => count(name, form, range)));
  return range.all === true ? counted : [...counted, await count('time_range', form, { ...range, all: true })];
}

async function count(name: Reason['name'], form: Conditions | undefined, range: Schemas['TimeRange']): Promise<Reason> {
  const left = form === undefined ? {} : toldOf(name === 'time_range' ? form : without(form, name));
  const timeRange = name === 'time_range' ? { all: true, tz: range.tz, field: range.field } : range;
  const run = await runSearch({ conditions: left, time_range: timeRange, limit: 0 });
  return { name, found: run.total.value, query: run.canonical };
}
