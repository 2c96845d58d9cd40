import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNumbers } from '@/shared/format/numbers';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { kinds } from './kinds';
import { type Plan, plansQuery } from './requests/imports';

/** Imports and syncs from before, newest first. */
export function PlanList() {
  const { t } = useTranslation('directory');
  const query = useQuery(plansQuery);
  return (
    <Panel title={t('plans.title')}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={4} /> : query.data.length === 0 ? <p>{t('plans.none')}</p> : (
        <div className="wide-box">
          <table className="plain-table">
            <thead><tr>{(['made', 'source', 'who', 'state', 'changes'] as const).map((name) => <th key={name} scope="col">{t(`plans.${name}`)}</th>)}</tr></thead>
            <tbody>{query.data.map((plan) => <Row key={plan.id} plan={plan} />)}</tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Row({ plan }: { plan: Plan }) {
  const { t } = useTranslation('directory');
  const numbers = useNumbers();
  const counted = kinds.filter((kind) => (plan.counts[kind] ?? 0) > 0)
    .map((kind) => `${numbers.count(plan.counts[kind] ?? 0)} ${t(`kind.${kind}`, { count: plan.counts[kind] ?? 0 })}`);
  return (
    <tr>
      <td><Link to={`/directory?view=imports&import=${plan.id}`}><Time at={plan.created} /></Link></td>
      <td>{t(`source.${plan.source}`)}</td>
      <td className="any-name">{plan.created_by}</td>
      <td>{t(`plan.state_${plan.state}`)}{plan.ended !== null && <div className="soft"><Time at={plan.ended} /></div>}</td>
      <td>{counted.length === 0 ? t('plan.nothing') : counted.join(', ')}</td>
    </tr>
  );
}
