import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Language, usePreferences } from '@/shared/preferences/store';

const NAMES: Record<Language, string> = { en: 'EN', 'zh-CN': '中文' };

/** Switches between English and Chinese; it names the language one gets, in that language. */
export function LanguageButton({ onChange }: { onChange: (language: Language) => void }) {
  const { t } = useTranslation('shared');
  const other: Language = usePreferences().language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" size="small" lang={other} title={t('language.switch')} onClick={() => onChange(other)}>
      {NAMES[other]}
    </Button>
  );
}
