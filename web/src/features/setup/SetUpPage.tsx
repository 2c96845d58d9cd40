import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';

export function SetUpPage() {
  const { t } = useTranslation('setup');
  return <Page title={t('title')}>{null}</Page>;
}
