import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

export type ViewKind = 'list' | 'right' | 'bottom';
const KINDS = ['right', 'bottom', 'list'] as const;

/** Where an opened message is shown: beside the list, below it, or on a page of its own. */
export function ViewSwitch({ view, onChange }: { view: ViewKind; onChange: (view: ViewKind) => void }) {
  const { t } = useTranslation('search');
  return (
    <Segmented<ViewKind>
      size="small"
      aria-label={t('view.label')}
      value={view}
      onChange={onChange}
      options={KINDS.map((value) => ({ value, label: t(`view.${value}`) }))}
    />
  );
}
