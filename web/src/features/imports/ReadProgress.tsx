import { useTranslation } from 'react-i18next';
import type { Import } from '@/shared/api/schema';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import { useNow } from '@/shared/hooks/useNow';
import { Progress } from '@/shared/ui/Progress';

/** How much is read, how fast, and for how long still. */
export function ReadProgress({ one }: { one: Import }) {
  const { t } = useTranslation('imports');
  const numbers = useNumbers();
  const duration = useDuration();
  const now = useNow(1_000);
  if (one.total_bytes === 0) {
    return null;
  }
  const elapsed = Math.max(1, now - Date.parse(one.started));
  const rate = one.done_bytes / elapsed;
  const left = rate > 0 ? (one.total_bytes - one.done_bytes) / rate : undefined;
  const facts = [
    t('read.of', { done: numbers.bytes(one.done_bytes), total: numbers.bytes(one.total_bytes) }),
    t('read.rate', { count: Math.round((one.balance.found / elapsed) * 1_000), rate: numbers.count(Math.round((one.balance.found / elapsed) * 1_000)) }),
    left === undefined || elapsed < 3_000 ? undefined : t('read.left', { duration: duration(left) }),
    one.current_file ?? undefined,
  ];
  return (
    <div className="read">
      <Progress label={t('read.label')} done={one.done_bytes} total={one.total_bytes} />
      <p className="hint number">{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
    </div>
  );
}
