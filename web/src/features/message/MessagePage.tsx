import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';

export function MessagePage() {
  const { t } = useTranslation('message');
  return <Page title={t('title')}>{null}</Page>;
}
