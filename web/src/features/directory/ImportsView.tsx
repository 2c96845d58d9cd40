import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '@/shared/session/me';
import { PlanList } from './PlanList';
import { PlanPanel } from './PlanPanel';
import { TableForm } from './TableForm';
import { Panel } from '@/shared/ui/Panel';

/** Tables of accounts: read, shown as what they would change, applied or discarded; and those from before. */
export function ImportsView() {
  const { t } = useTranslation('directory');
  const [params, setParams] = useSearchParams();
  const write = useMay('directory:write');
  const open = params.get('import');
  const show = (id: string | null) => setParams(id === null ? { view: 'imports' } : { view: 'imports', import: id });
  return (
    <div className="imports-view">
      {open === null ? write && <Panel title={t('table.title')}><TableForm onRead={show} /></Panel> : <PlanPanel key={open} id={open} onClose={() => show(null)} />}
      <PlanList />
    </div>
  );
}
