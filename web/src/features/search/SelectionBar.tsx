import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import type { RunResults } from './runResults';
import { selectedCount } from './selection';
import { useResults } from './useResults';

interface Props {
  results: RunResults;
  onAll: () => void;
  onNone: () => void;
  onExport: () => void;
}

/** What is selected and what can be done with it. Everything found is selected as the search run, not as a list. */
export function SelectionBar({ results, onAll, onNone, onExport }: Props) {
  const { t } = useTranslation('search');
  const numbers = useNumbers();
  useResults(results);
  const { selection } = results.place;
  const selected = selectedCount(selection, results.total);
  const all = numbers.count(results.total);
  return (
    <div className="selection" role="toolbar" aria-label={t('selection.label')}>
      <span className="selection-count" aria-live="polite">
        {selection.kind === 'run' && t('selection.run', { count: results.total, all })}
        {selection.kind === 'ids' && selected > 0 && t('selection.count', { count: selected, selected: numbers.count(selected) })}
      </span>
      {selection.kind !== 'run' && <Button size="small" type="link" onClick={onAll}>{t('selection.all', { count: results.total, all })}</Button>}
      {selected > 0 && <Button size="small" type="link" onClick={onNone}>{t('selection.none')}</Button>}
      <Button size="small" onClick={onExport}>{t('selection.export')}</Button>
    </div>
  );
}
