import { BulbOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { useChange } from './useChange';

const themes = ['light', 'dark', 'system'] as const;

/** Light, dark, or as the system is. */
export function ThemeMenu() {
  const { t } = useTranslation('app');
  const { theme } = usePreferences();
  const change = useChange();
  const items = themes.map((key) => ({ key, label: t(`bar.theme_${key}`), onClick: () => change({ theme: key }) }));
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [theme] }}>
      <Button type="text" size="small" icon={<BulbOutlined aria-hidden />} aria-label={`${t('bar.theme')}: ${t(`bar.theme_${theme}`)}`} />
    </Dropdown>
  );
}
