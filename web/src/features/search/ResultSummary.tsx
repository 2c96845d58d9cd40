import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Time } from '@/shared/ui/Time';
import type { RunResults } from './runResults';

/** What may be quoted of the result: how many, as of when, under which number. */
export function ResultSummary({ results }: { results: RunResults }) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  const { id, as_of: asOf } = results.run;
  const count = results.total;
  return (
    <div className="found-facts">
      <strong className="found-count">{t('summary.found', { count, found: numbers.count(count) })}</strong>
      <span className="found-fact">{t('summary.exact')}</span>
      <span className="found-fact">{t('summary.as_of')} <Time at={asOf} style="seconds" /></span>
      <span className="found-fact found-run">{id}<CopyButton text={id} label={t('summary.copy_run')} /></span>
    </div>
  );
}
