import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { useMay } from '@/shared/session/me';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Segments } from '@/shared/ui/Segments';
import { addressesIn } from './addresses';
import { DepartmentField } from './DepartmentField';
import { ReasonDialog } from './ReasonDialog';
import { type Act, type Effect, turnAccounts } from './requests/turnAccounts';

type Source = 'list' | 'department';
const SOURCES: readonly Source[] = ['list', 'department'];

interface Props {
  act: Act;
  /** Chosen ones; a list can be pasted if left out. */
  addresses?: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

/** Opens or closes accounts in one act; its effect is asked of the server first. */
export function ActDialog({ act, addresses, onDone, onClose }: Props) {
  const { t } = useTranslation('manage');
  const client = useQueryClient();
  const [text, setText] = useState('');
  const pasted = useDeferredValue(text);
  const [source, setSource] = useState<Source>('list');
  const [department, setDepartment] = useState<string>();
  const [below, setBelow] = useState(true);
  const seesDirectory = useMay('directory:read');
  const meant = useMemo((): Schemas['AccountAct'] | undefined => {
    if (addresses === undefined && source === 'department') {
      return department === undefined ? undefined : { department, subdepartments: below };
    }
    const listed = addresses ?? addressesIn(pasted);
    return listed.length === 0 ? undefined : { addresses: [...listed] };
  }, [addresses, source, department, below, pasted]);
  const preview = useQuery({
    queryKey: ['account-preview', act, meant],
    queryFn: ({ signal }) => turnAccounts(act, { ...meant, dry_run: true }, signal),
    enabled: meant !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const effect = meant === undefined ? undefined : preview.data;

  const save = async (reason: string) => {
    await turnAccounts(act, { ...meant, ...(reason === '' ? {} : { reason }) });
    void client.invalidateQueries({ queryKey: ['accounts'] });
    void client.invalidateQueries({ queryKey: ['archive'] });
    onDone();
  };

  return (
    <ReasonDialog title={t(`act.${act}`)} danger={act === 'close'} optional={act === 'open'} blocked={useBlocked(act, meant !== undefined, preview.error !== null, effect)} onSave={save} onClose={onClose} width={640}>
      {addresses === undefined && seesDirectory && (
        <Segments label={t('act.source')} values={SOURCES} titles={{ list: t('act.by_list'), department: t('act.by_department') }} value={source} onChange={setSource} />
      )}
      {addresses === undefined && source === 'department' && (
        <div className="act-list">
          <DepartmentField value={department === undefined ? [] : [department]} onChange={([chosen]) => setDepartment(chosen)} />
          <Checkbox checked={below} onChange={(event) => setBelow(event.target.checked)}>{t('department.below')}</Checkbox>
        </div>
      )}
      {addresses === undefined && source === 'list' && (
        <label className="act-list">
          {t('act.list')}
          <Input.TextArea rows={6} value={text} onChange={(event) => setText(event.target.value)} placeholder={t('act.placeholder')} />
          <input type="file" accept=".csv,.txt,text/csv,text/plain" aria-label={t('act.file')} onChange={async (event) => setText(await event.target.files?.[0]?.text() ?? '')} />
        </label>
      )}
      {meant !== undefined && preview.error !== null && <ProblemNote problem={preview.error} onRetry={() => void preview.refetch()} />}
      {effect !== undefined && <EffectWords act={act} effect={effect} />}
      {act === 'close' && <p>{t('act.stays')}</p>}
    </ReasonDialog>
  );
}

function useBlocked(act: Act, named: boolean, failed: boolean, effect: Effect | undefined): string | undefined {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  if (!named) {
    return t('act.nobody');
  }
  if (failed || effect === undefined) {
    return t(failed ? 'act.uncounted' : 'act.counting');
  }
  if (effect.refused.length > 0) {
    return t('act.refused', { count: effect.refused.length });
  }
  if (act === 'open' && effect.limited && effect.over > 0) {
    return t('act.over', { over: numbers.count(effect.over), seats: numbers.count(effect.seats ?? 0) });
  }
  return effect.changed === 0 ? t('act.nothing') : undefined;
}

function EffectWords({ act, effect }: { act: Act; effect: Effect }) {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  return (
    <>
      <p>{t(`act.effect_${act}`, { count: effect.changed, changed: numbers.count(effect.changed) })}</p>
      {effect.unchanged > 0 && <p>{t(`act.unchanged_${act}`, { count: effect.unchanged, unchanged: numbers.count(effect.unchanged) })}</p>}
      {effect.added > 0 && <p>{t('act.added', { count: effect.added, added: numbers.count(effect.added) })}</p>}
      <p>{t(effect.seats === null ? 'act.open_now' : 'act.open_of', { before: numbers.count(effect.open_before), after: numbers.count(effect.open_after), seats: numbers.count(effect.seats ?? 0) })}</p>
      {!effect.limited && effect.over > 0 && <p>{t('act.over_archived', { over: numbers.count(effect.over), seats: numbers.count(effect.seats ?? 0) })}</p>}
      {effect.refused.length > 0 && <ul className="bad">{effect.refused.map((one) => <li key={one.pointer}>{one.detail}</li>)}</ul>}
    </>
  );
}
