import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import type { RunResults } from './runResults';
import { useResults } from './useResults';

interface Props {
  results: RunResults;
  /** Goes back to the rows that were read. */
  onStop: () => void;
  onRetry: () => void;
}

/** How far reading is on its way to rows far down; a result can only be read from its beginning. */
export function ReadingOn({ results, onStop, onRetry }: Props) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  useResults(results);
  if (results.problem !== undefined) {
    return <ProblemNote problem={results.problem} onRetry={onRetry} />;
  }
  const { reading } = results;
  return reading === undefined ? null : (
    <div className="reading" role="status">
      <span>{t('list.reading', { from: numbers.count(reading.from), to: numbers.count(reading.to) })}</span>
      <progress max={reading.to} value={reading.from} aria-label={t('list.reading_progress')} />
      <Button size="small" onClick={onStop}>{t('list.stop')}</Button>
    </div>
  );
}
