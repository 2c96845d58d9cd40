import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { PolicyDialog } from './PolicyDialog';
import { policyQuery } from './requests/policy';

/** How people of the organisation sign in. */
export function PolicyPanel() {
  const { t } = useTranslation('admins');
  const may = useMay('admins:write');
  const query = useQuery(policyQuery);
  const [changing, setChanging] = useState(false);
  const policy = query.data;
  return (
    <Panel title={t('policy.title')} actions={may && policy !== undefined && <Button size="small" onClick={() => setChanging(true)}>{t('policy.change')}</Button>}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {policy === undefined ? query.error === null && <Waiting lines={3} /> : (
        <dl className="facts policy">
          <div><dt>{t('policy.second_factor')}</dt><dd>{t(`policy.${policy.second_factor}`)}</dd></div>
          <div><dt>{t('policy.idle')}</dt><dd>{t('policy.minutes', { count: policy.idle_minutes })}</dd></div>
          <div><dt>{t('policy.absolute')}</dt><dd>{t('policy.hours', { count: policy.session_hours })}</dd></div>
          <div><dt>{t('policy.reason')}</dt><dd>{t(policy.reason_required ? 'policy.required' : 'policy.optional')}</dd></div>
        </dl>
      )}
      {changing && policy !== undefined && <PolicyDialog policy={policy} onClose={() => setChanging(false)} />}
    </Panel>
  );
}
