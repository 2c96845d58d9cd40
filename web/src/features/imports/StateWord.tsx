import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { isRunning } from './getImport';

/** How an import stands, in a word; one that ended and does not add up says so. */
export function StateWord({ one }: { one: Import }) {
  const { t } = useTranslation('imports');
  const numbers = useNumbers();
  if (!isRunning(one) && !one.balanced) {
    return <strong className="bad">{t('state.unbalanced')}</strong>;
  }
  const share = one.state === 'running' && one.total_bytes > 0 ? ` ${numbers.percent(Math.floor((one.done_bytes / one.total_bytes) * 100) / 100)}` : '';
  return <span className={one.state === 'failed' ? 'bad' : undefined}>{t(`state.${one.state}`)}{share}</span>;
}
