import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { useChange } from './useChange';

const ENGLISH = 'EN';
const CHINESE = '中文';

/** Switches between English and Chinese at once; the button names the language one gets, in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation('app');
  const { language } = usePreferences();
  const change = useChange();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" size="small" lang={other} title={t('bar.language')} onClick={() => change({ language: other })}>
      {other === 'en' ? ENGLISH : CHINESE}
    </Button>
  );
}
