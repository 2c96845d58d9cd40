import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';

export function SearchPage() {
  const { t } = useTranslation('search');
  return <Page title={t('title')}>{null}</Page>;
}
