import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { useAttempt } from '@/shared/session/useAttempt';
import { Note } from '@/shared/ui/Note';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Time } from '@/shared/ui/Time';
import { Waiting } from '@/shared/ui/Waiting';
import { Changes } from './Changes';
import { applyPlan, discardPlan, type Plan, planQuery } from './requests/imports';

/** What a table or a sync would change, or has changed. */
export function PlanPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('directory');
  const write = useMay('directory:write');
  const query = useQuery(planQuery(id));
  const plan = query.data;
  return (
    <Panel title={t(plan === undefined ? 'plan.title' : `plan.state_${plan.state}`)} actions={<Button size="small" onClick={onClose}>{t('plan.close')}</Button>}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {plan === undefined ? query.error === null && <Waiting lines={6} /> : (
        <>
          <p className="soft">{t(`source.${plan.source}`)} · <Time at={plan.created} /> · {plan.created_by}</p>
          {plan.state === 'overtaken' && <Note kind="warning" title={t('plan.overtaken')} />}
          <Changes plan={plan} />
          {write && plan.state === 'open' && <Decision plan={plan} onClose={onClose} />}
        </>
      )}
    </Panel>
  );
}

/** Apply or discard; a change of very many has to be meant. */
function Decision({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const { attempt, busy, problem } = useAttempt();
  const { left = 0, disabled = 0 } = plan.counts;
  const decide = async (act: () => Promise<Plan>, after?: () => void) => {
    const done = await attempt(act);
    await Promise.all([client.invalidateQueries({ queryKey: ['directory'] }), client.invalidateQueries({ queryKey: ['departments'] })]);
    if (done !== undefined) {
      after?.();
    }
  };
  return (
    <>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {plan.confirm_needed && (
        <Note kind="warning" title={t('plan.many', { count: left + disabled })}>
          <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>{t('plan.sure')}</Checkbox>
        </Note>
      )}
      <div className="form-buttons">
        <Button type="primary" danger={plan.confirm_needed} loading={busy} disabled={plan.changes === 0 || (plan.confirm_needed && !sure)} onClick={() => decide(() => applyPlan(plan.id, sure))}>
          {t('plan.apply', { count: plan.changes })}
        </Button>
        <Button disabled={busy} onClick={() => decide(() => discardPlan(plan.id), onClose)}>{t('plan.discard')}</Button>
        {plan.confirm_needed && !sure && <span className="soft">{t('plan.sure_first')}</span>}
      </div>
    </>
  );
}
