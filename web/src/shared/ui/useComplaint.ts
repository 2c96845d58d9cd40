import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';

/** Says for a moment, over the page, why something was not done. */
export function useComplaint(): (failed: unknown) => void {
  const { t } = useTranslation('shared');
  const { message } = App.useApp();
  return (failed) => {
    const told = failed instanceof ProblemError ? failed : undefined;
    const words = told?.code === 'offline' ? t('problem.offline') : told === undefined ? String(failed) : told.detail || told.title;
    message.error(words === '' ? t('problem.unexpected') : words);
  };
}
