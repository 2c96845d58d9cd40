import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { useMay } from '@/shared/session/me';
import { useAttempt } from '@/shared/session/useAttempt';
import { Note } from '@/shared/ui/Note';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { DepartmentSelect } from './DepartmentSelect';
import { adopt, unknownQuery } from './requests/unknown';
import type { Choice } from './useDepartmentChoices';

/** Addresses that occur in mail and belong to nobody yet; chosen ones become accounts. */
export function UnknownView() {
  const { t } = useTranslation(['directory', 'shared']);
  const numbers = useNumbers();
  const client = useQueryClient();
  const write = useMay('directory:write');
  const query = useInfiniteQuery(unknownQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [department, setDepartment] = useState<Choice | null>(null);
  const [done, setDone] = useState<number>();
  const { attempt, busy, problem } = useAttempt();
  const rows = query.data?.pages.flatMap((page) => page.data.map(({ address }) => address)) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const all = rows.length > 0 && rows.every((address) => chosen.has(address));

  const take = async () => {
    await attempt(() => adopt([...chosen], department?.value ?? null, (adopted, left) => {
      setDone(adopted);
      setChosen(new Set(left));
    }));
    await Promise.all([client.invalidateQueries({ queryKey: ['directory'] }), client.invalidateQueries({ queryKey: ['departments'] })]);
  };
  const set = (address: string, on: boolean) => setChosen((before) => new Set(on ? [...before, address] : [...before].filter((one) => one !== address)));

  return (
    <Panel title={t('unknown.title')}>
      <p className="soft">{t('unknown.about')}</p>
      {done !== undefined && <Note kind="good" title={t('unknown.done', { count: done })} />}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={6} lineHeight={28} /> : rows.length === 0 ? <p>{t('unknown.none')}</p> : (
        <>
          <p role="status">{t('unknown.count', { count: total, number: numbers.count(total) })}</p>
          {write && (
            <div className="adopt">
              <Checkbox checked={all} indeterminate={chosen.size > 0 && !all} onChange={(event) => setChosen(new Set(event.target.checked ? rows : []))}>{t('unknown.all')}</Checkbox>
              <DepartmentSelect label={t('unknown.into')} value={department} onChange={(value) => setDepartment(Array.isArray(value) ? null : value)} />
              <Button type="primary" disabled={chosen.size === 0} loading={busy} onClick={take}>{t('unknown.adopt', { count: chosen.size })}</Button>
            </div>
          )}
          <ul className="unknown">
            {rows.map((address) => <li key={address}>{write ? <Checkbox checked={chosen.has(address)} onChange={(event) => set(address, event.target.checked)}>{address}</Checkbox> : address}</li>)}
          </ul>
          {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('shared:action.more')}</Button>}
        </>
      )}
    </Panel>
  );
}
