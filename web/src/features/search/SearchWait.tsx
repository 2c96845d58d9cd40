import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLate } from '@/shared/hooks/useLate';

const ROWS = 12;
const SLOW_MS = 3_000;

/** While a search runs: nothing at first, then rows without words, then a way out. */
export function SearchWait({ stale, onCancel }: { stale: boolean; onCancel: () => void }) {
  const { t } = useTranslation('search');
  const late = useLate(true);
  const slow = useLate(true, SLOW_MS);
  return !late ? null : (
    <>
      {slow && (
        <p className="wait" role="status">
          {t('wait.slow')}
          <Button size="small" onClick={onCancel}>{t('wait.cancel')}</Button>
        </p>
      )}
      {!stale && <div className="hits-wait" aria-hidden>{Array.from({ length: ROWS }, (_, at) => <div key={at} className="hit-missing" />)}</div>}
    </>
  );
}
