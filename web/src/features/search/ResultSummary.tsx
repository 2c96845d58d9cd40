import { useTranslation } from 'react-i18next';
import { Typography } from 'antd';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import type { RunResults } from './runResults';

/** What may be quoted of the result: how many, as of when, under which number. */
export function ResultSummary({ results }: { results: RunResults }) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  const { id, as_of: asOf } = results.run;
  const count = results.total;
  return (
    <div className="summary-facts">
      <strong className="summary-count">{t('summary.found', { count, found: numbers.count(count) })}</strong>
      <span className="summary-fact">{t('summary.exact')}</span>
      <span className="summary-fact">{t('summary.as_of')} <Time at={asOf} style="seconds" /></span>
      <Typography.Text className="summary-fact summary-run" copyable={{ text: id, tooltips: [t('summary.copy_run'), t('summary.copied')] }}>{id}</Typography.Text>
    </div>
  );
}
