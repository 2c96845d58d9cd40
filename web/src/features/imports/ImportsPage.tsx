import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';
import { ImportList } from './ImportList';
import { NewImport } from './NewImport';
import './imports.css';

/** Older mail into the archive, from files; and what became of earlier imports. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  return (
    <Page title={t('title')}>
      <div className="imports">
        <NewImport />
        <ImportList />
      </div>
    </Page>
  );
}
