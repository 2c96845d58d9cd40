import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import type { Preferences } from '@/shared/api/schema';
import { changePreferences } from '@/shared/preferences/change';

/** Changes preferences; says so when the server did not take the change. */
export function useChange(): (change: Preferences) => void {
  const { t } = useTranslation('app');
  const { message } = App.useApp();
  return (change) => void changePreferences(change).catch((problem: unknown) =>
    message.error([t('bar.not_saved'), problem instanceof ProblemError ? problem.title : ''].filter(Boolean).join(': ')));
}
