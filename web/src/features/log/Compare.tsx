import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { type Comparison, compareLog } from './requests/compareLog';

/** How many entries there are, and whether the copy that is shown here is the log. */
export function Compare({ entries }: { entries: number | undefined }) {
  const { t } = useTranslation('log');
  const numbers = useNumbers();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ at: string; found: Comparison }>();
  const [problem, setProblem] = useState<unknown>();
  const compare = () => {
    setBusy(true);
    setProblem(undefined);
    compareLog().then((found) => setDone({ at: new Date().toISOString(), found })).catch(setProblem).finally(() => setBusy(false));
  };
  const difference = done?.found.difference ?? null;
  return (
    <div className="log-compare" aria-live="polite">
      <p>
        {entries !== undefined && <span>{t('entries', { count: entries, entries: numbers.count(entries) })} </span>}
        <Button size="small" loading={busy} onClick={compare}>{t('verify')}</Button>
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {done?.found.intact === true && (
        <Note kind="good">{t('intact', { count: done.found.entries, entries: numbers.count(done.found.entries) })} <Time at={done.at} style="seconds" /></Note>
      )}
      {difference !== null && (
        <Note kind="error" title={t('differs')}>
          {t(`difference.${difference.kind}`, { entry: difference.entry, place: numbers.count(difference.place), fields: difference.fields.join(', ') })}
        </Note>
      )}
    </div>
  );
}
