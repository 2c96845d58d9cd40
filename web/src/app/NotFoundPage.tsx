import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/shared/ui/Page';

/** For an address that names no page. */
export function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <Page title={t('not_found.title')}>
      <p>{t('not_found.text')}</p>
      <Link to="/">{t('not_found.back')}</Link>
    </Page>
  );
}
