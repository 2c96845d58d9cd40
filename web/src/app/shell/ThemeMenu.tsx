import { BulbOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { MenuButton, type MenuEntry } from '@/shared/ui/MenuButton';
import { useChange } from './useChange';

const themes = ['light', 'dark', 'system'] as const;

/** Light, dark, or as the system is. */
export function ThemeMenu() {
  const { t } = useTranslation('app');
  const { theme } = usePreferences();
  const change = useChange();
  const entries = themes.map((key): MenuEntry => ({
    kind: 'choice', key, label: t(`bar.theme_${key}`), checked: key === theme, onSelect: () => change({ theme: key }),
  }));
  return <MenuButton label={`${t('bar.theme')}: ${t(`bar.theme_${theme}`)}`} button={<BulbOutlined aria-hidden />} entries={entries} />;
}
