import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { ReasonDialog } from './ReasonDialog';
import { changePolicy, type Policy, policyQuery } from './requests/policy';

/** Changes whose mail is archived; first the numbers. */
export function ModeDialog({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { t } = useTranslation('manage');
  const numbers = useNumbers();
  const client = useQueryClient();
  const mode = policy.mode === 'whole_domain' ? 'opened_accounts' : 'whole_domain';
  const preview = useQuery({ queryKey: ['policy-preview', mode], queryFn: () => changePolicy({ mode, dry_run: true }), staleTime: 0, gcTime: 0 });
  const effect = preview.data?.effect;
  const over = mode === 'opened_accounts' ? (effect?.over ?? 0) : 0;

  const save = async (reason: string) => {
    client.setQueryData(policyQuery.queryKey, await changePolicy({ mode, reason }));
    void client.invalidateQueries({ queryKey: ['archive'] });
    onClose();
  };

  /** Nobody saves what she has not been told of. */
  function blocked(): string | undefined {
    if (preview.error !== null || effect == null) {
      return t(preview.error === null ? 'act.counting' : 'act.uncounted');
    }
    return over > 0 ? t('mode.over', { count: over, over: numbers.count(over), seats: numbers.count(effect.seats ?? 0) }) : undefined;
  }

  return (
    <ReasonDialog
      title={t(`mode.to_${mode}`)}
      danger={mode === 'opened_accounts'}
      blocked={blocked()}
      onSave={save}
      onClose={onClose}
    >
      <p>{t(`policy.${mode}_means`)}</p>
      {preview.error !== null && <ProblemNote problem={preview.error} onRetry={() => void preview.refetch()} />}
      {effect == null ? preview.error === null && <Waiting lines={3} /> : (
        <>
          <p>{t('mode.open', { count: effect.open_accounts, open: numbers.count(effect.open_accounts) })}</p>
          <p>{t(`mode.left_out_${mode}`, { count: effect.left_out, left: numbers.count(effect.left_out), days: effect.days })}</p>
          {mode === 'opened_accounts' && <p>{t('mode.themselves', { count: effect.opened_by_themselves, opened: numbers.count(effect.opened_by_themselves), days: effect.days })}</p>}
        </>
      )}
    </ReasonDialog>
  );
}
