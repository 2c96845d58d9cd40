import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { archiveQuery } from '@/shared/api/archive';
import { SummaryFields } from '@/shared/archive/SummaryFields';
import { WhoEnables } from '@/shared/archive/WhoEnables';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { PolicyPanel } from './PolicyPanel';
import { SwitchForm } from './SwitchForm';

/** The seven fields, the switch, and whose mail is archived. */
export function SummaryTab() {
  const { t } = useTranslation('manage');
  const maySwitch = useMay('archive:switch');
  const query = useQuery(archiveQuery);
  return (
    <>
      <Panel title={t('summary.title')}>
        {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
        {query.data === undefined ? query.error === null && <Waiting lines={4} /> : <SummaryFields archive={query.data} />}
      </Panel>
      {query.data !== undefined && (
        <Panel title={t('switch.service')}>
          {maySwitch
            ? <SwitchForm key={String(query.data.enabled)} archive={query.data} />
            : <p><WhoEnables administrators={query.data.administrators}>{(who) => t('switch.who_can', { who })}</WhoEnables></p>}
        </Panel>
      )}
      <PolicyPanel />
    </>
  );
}
