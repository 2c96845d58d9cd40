import { useTranslation } from 'react-i18next';
import { Segments } from '@/shared/ui/Segments';

export type ViewKind = 'list' | 'right' | 'bottom';
const KINDS = ['right', 'bottom', 'list'] as const;

/** Where an opened message is shown: beside the list, below it, or on a page of its own. */
export function ViewSwitch({ view, onChange }: { view: ViewKind; onChange: (view: ViewKind) => void }) {
  const { t } = useTranslation('search');
  const titles = { right: t('view.right'), bottom: t('view.bottom'), list: t('view.list') };
  return <Segments label={t('view.label')} values={KINDS} titles={titles} value={view} onChange={onChange} />;
}
