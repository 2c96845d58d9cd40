import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';

interface Props {
  problem: unknown;
  left: number;
  /** What a refusal means here; by itself that address or password is wrong. */
  refused?: string;
}

/** Why signing in failed; a wait is counted down, so that nobody has to guess. */
export function SignInProblem({ problem, left, refused }: Props) {
  const { t } = useTranslation('shared');
  if (problem === undefined) {
    return null;
  }
  if (problem instanceof ProblemError && problem.status === 401) {
    return <Note kind="error" title={refused ?? t('signin.refused')}>{left > 0 && t('signin.wait', { count: left })}</Note>;
  }
  if (problem instanceof ProblemError && problem.code === 'rate-limited') {
    return (
      <Note kind="error" title={t('signin.throttled')}>
        <span aria-live="off">{left > 0 ? t('signin.wait', { count: left }) : t('signin.again')}</span>
      </Note>
    );
  }
  return <ProblemNote problem={problem} />;
}
