import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { ProblemError } from '@/shared/api/problem';
import { useLate } from '@/shared/hooks/useLate';
import { usePreferences } from '@/shared/preferences/store';
import { Page } from '@/shared/ui/Page';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { type Criteria, criteriaKey, criteriaUrl, readCriteria, readQuery } from './criteria';
import { Results } from './Results';
import { SearchForm } from './SearchForm';
import { SearchWait } from './SearchWait';
import { useSearchRun } from './useSearchRun';
import './search.css';

/** Archive search: conditions above, what they find below. Everything that is asked and shown stands in the URL. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const location = useLocation();
  const navigate = useNavigate();
  const { time_zone: zone } = usePreferences();
  const [formProblem, setFormProblem] = useState<unknown>();
  const { search, hash } = location;
  const criteria = readCriteria({ search, hash }, zone);
  const running = useSearchRun(criteria);
  const { results, fresh, loading } = running;
  const late = useLate(loading);

  const onSearch = (wanted: Criteria) => {
    setFormProblem(undefined);
    const now = new Date();
    if (criteria !== undefined && criteriaKey(criteria, now) === criteriaKey(wanted, now)) {
      running.again();
    } else {
      void navigate(criteriaUrl(wanted));
    }
  };
  const problem = formProblem ?? running.problem;
  return (
    <Page title={t('title')} hideTitle full>
      <SearchForm
        line={readQuery({ search, hash })}
        criteria={criteria}
        busy={late}
        refusal={running.problem}
        onSearch={onSearch}
        onProblem={setFormProblem}
      />
      {problem !== undefined && !isAtField(problem) && <ProblemNote problem={problem} {...(formProblem === undefined && { onRetry: running.again })} />}
      <div role="status" className="visually-hidden">{fresh && results !== undefined ? t('summary.found_live', { count: results.total }) : ''}</div>
      {loading && <SearchWait stale={results !== undefined} onCancel={running.cancel} />}
      {results !== undefined && criteria !== undefined && (
        <Results key={results.run.id} results={results} criteria={criteria} stale={!fresh} onSearch={onSearch} />
      )}
      {results === undefined && !loading && problem === undefined && <p className="hint before">{t('before')}</p>}
    </Page>
  );
}

/** Shown at the query line already. */
function isAtField(problem: unknown): boolean {
  return problem instanceof ProblemError && problem.code === 'query-syntax';
}
