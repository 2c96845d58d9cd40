import { Alert, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';

interface Props {
  problem: unknown;
  onRetry?: () => void;
}

/** What went wrong in the server's words, how to cite it, and how to try again. */
export function ProblemNote({ problem, onRetry }: Props) {
  const { t } = useTranslation('shared');
  const told = problem instanceof ProblemError ? problem : undefined;
  const title = told?.code === 'offline' ? t('problem.offline') : told?.title;
  const detail = told?.code === 'offline' ? t('problem.offline_detail') : (told?.detail ?? String(problem));
  return (
    <Alert
      type="error"
      role="alert"
      title={title === undefined || title === '' ? t('problem.unexpected') : title}
      description={
        <>
          <div>{detail}</div>
          {told?.traceId !== undefined && (
            <Typography.Text type="secondary" copyable={{ text: told.traceId }}>
              {t('problem.trace', { id: told.traceId })}
            </Typography.Text>
          )}
        </>
      }
      action={onRetry && <Button size="small" onClick={onRetry}>{t('action.retry')}</Button>}
    />
  );
}
