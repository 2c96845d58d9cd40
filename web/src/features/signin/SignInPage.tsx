import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';

export function SignInPage() {
  const { t } = useTranslation('signin');
  return <Page title={t('title')}>{null}</Page>;
}
