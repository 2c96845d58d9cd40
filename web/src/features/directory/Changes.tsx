import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { kinds } from './kinds';
import { type Change, changesQuery, type Kind, type Look, type Plan } from './requests/imports';

/** How many changes of each kind, and each of them line by line, before and after. */
export function Changes({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['directory', 'shared']);
  const numbers = useNumbers();
  const [kind, setKind] = useState<Kind | ''>('');
  const query = useInfiniteQuery({ ...changesQuery(plan.id, kind), enabled: plan.changes > 0 });
  const rows = query.data?.pages.flatMap((page) => page.data) ?? [];
  const counted = kinds.flatMap((one) => ((plan.counts[one] ?? 0) > 0 ? [{ kind: one, count: plan.counts[one] ?? 0 }] : []));
  const { unchanged = 0, skipped = 0 } = plan.counts;
  return (
    <>
      <div className="kinds" role="group" aria-label={t('plan.kinds')}>
        {counted.map(({ kind: one, count }) => (
          <button key={one} type="button" className="kind" aria-pressed={kind === one} onClick={() => setKind(kind === one ? '' : one)}>
            <strong>{numbers.count(count)}</strong> {t(`kind.${one}`, { count })}
          </button>
        ))}
        <span className="soft">{t('plan.unchanged', { count: unchanged, number: numbers.count(unchanged) })}{skipped > 0 && ` · ${t('plan.skipped', { count: skipped, number: numbers.count(skipped) })}`}</span>
      </div>
      {plan.changes === 0 && <p>{t('plan.nothing')}</p>}
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isLoading && <Waiting lines={6} />}
      {rows.length > 0 && (
        <div className="table-box" role="region" tabIndex={0} aria-label={t('plan.list')}>
          <table className="plain-table">
            <thead><tr>{(['line', 'what', 'before', 'after'] as const).map((name) => <th key={name} scope="col">{t(`plan.${name}`)}</th>)}</tr></thead>
            <tbody>{rows.map((change, index) => <Row key={index} change={change} />)}</tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && <Button className="more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('shared:action.more')}</Button>}
    </>
  );
}

function Row({ change }: { change: Change }) {
  const { t } = useTranslation('directory');
  return (
    <tr>
      <td className="number">{change.line === 0 ? '—' : change.line}</td>
      <td className="one-line">{t(`kind.${change.kind}`, { count: 1 })}</td>
      <td className="any-name"><Shown look={change.before} /></td>
      <td className="any-name"><Shown look={change.after} /></td>
    </tr>
  );
}

function Shown({ look }: { look: Look }) {
  const { t } = useTranslation('directory');
  if (look === null) {
    return '—';
  }
  const { address, name, aliases, departments, state } = look;
  const places = departments.map((path) => path.join(' / ')).join('; ');
  if (address === '') {
    return places;
  }
  return (
    <>
      <div>{[address, name].filter(Boolean).join(' · ')}</div>
      <div className="soft">{[places, aliases.join(', '), state === 'active' || state === '' ? '' : t(`state.${state as 'disabled'}`, { defaultValue: state })].filter(Boolean).join(' · ')}</div>
    </>
  );
}
