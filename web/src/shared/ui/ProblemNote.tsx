import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { CopyButton } from './CopyButton';
import { Note } from './Note';

interface Props {
  problem: unknown;
  onRetry?: () => void;
}

/** What went wrong in the server's words, how to cite it, and how to try again. */
export function ProblemNote({ problem, onRetry }: Props) {
  const { t } = useTranslation('shared');
  const told = problem instanceof ProblemError ? problem : undefined;
  const offline = told?.code === 'offline';
  const title = offline ? t('problem.offline') : told?.title;
  const detail = offline ? t('problem.offline_detail') : (told?.detail ?? String(problem));
  return (
    <Note
      kind="error"
      title={title === undefined || title === '' ? t('problem.unexpected') : title}
      action={onRetry && <Button size="small" onClick={onRetry}>{t('action.retry')}</Button>}
    >
      <div>{detail}</div>
      {told?.traceId !== undefined && (
        <div className="hint">
          {t('problem.trace', { id: told.traceId })} <CopyButton text={told.traceId} />
        </div>
      )}
    </Note>
  );
}
