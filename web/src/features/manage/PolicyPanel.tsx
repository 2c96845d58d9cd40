import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { policyQuery } from './requests/policy';

const ModeDialog = lazy(async () => ({ default: (await import('./ModeDialog')).ModeDialog }));
const OpenNewDialog = lazy(async () => ({ default: (await import('./OpenNewDialog')).OpenNewDialog }));

/** Whose mail is archived, and which new accounts open by themselves. */
export function PolicyPanel() {
  const { t } = useTranslation('manage');
  const may = useMay('accounts:write');
  const query = useQuery(policyQuery);
  const [dialog, setDialog] = useState<'mode' | 'open_new'>();
  const close = () => setDialog(undefined);
  return (
    <Panel title={t('policy.title')}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? query.error === null && <Waiting lines={3} /> : (
        <dl className="policy">
          <div>
            <dt>{t('policy.mode')}</dt>
            <dd><strong>{t(`policy.${query.data.mode}`)}</strong><div className="soft">{t(`policy.${query.data.mode}_means`)}</div></dd>
            {may && <dd><Button size="small" onClick={() => setDialog('mode')}>{t('policy.change')}</Button></dd>}
          </div>
          <div>
            <dt>{t('policy.open_new')}</dt>
            <dd><strong>{t(`policy.scope_${query.data.open_new.scope}`, { count: query.data.open_new.departments.length })}</strong><div className="soft">{t('policy.open_new_means')}</div></dd>
            {may && <dd><Button size="small" onClick={() => setDialog('open_new')}>{t('policy.change_new')}</Button></dd>}
          </div>
        </dl>
      )}
      {query.data !== undefined && dialog === 'mode' && <Suspense><ModeDialog policy={query.data} onClose={close} /></Suspense>}
      {query.data !== undefined && dialog === 'open_new' && <Suspense><OpenNewDialog policy={query.data} onClose={close} /></Suspense>}
    </Panel>
  );
}
