import { App, ConfigProvider, theme, type ThemeConfig } from 'antd';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { usePreferences } from '@/shared/preferences/store';
import { language } from './language';
import { useDark } from './useDark';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Language, theme and density of the components, and the nonce that lets their styles through the policy. */
export function Look({ children }: { children: ReactNode }) {
  const { density } = usePreferences();
  const dark = useDark();
  const locale = useSyncExternalStore(language.subscribe, language.components);
  const config = useMemo(() => themeFor(dark, density === 'compact'), [dark, density]);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.documentElement.dataset.density = density;
  }, [dark, density]);
  return (
    <ConfigProvider
      csp={{ nonce }}
      theme={config}
      button={{ autoInsertSpace: false }}
      {...(locale === undefined ? {} : { locale })}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}

function themeFor(dark: boolean, compact: boolean): ThemeConfig {
  const base = dark ? theme.darkAlgorithm : theme.defaultAlgorithm;
  return {
    algorithm: compact ? [base, theme.compactAlgorithm] : [base],
    cssVar: { key: 'muniment' },
    hashed: false,
    token: {
      colorPrimary: dark ? '#5b9bd0' : '#1f5a8c',
      colorSuccess: dark ? '#4fa36b' : '#237a43',
      colorWarning: dark ? '#d9a441' : '#8f5f00',
      colorError: dark ? '#e06c6c' : '#b3261e',
      colorLink: dark ? '#7ab3e0' : '#1f5a8c',
      colorBgLayout: dark ? '#121417' : '#f5f6f7',
      colorTextTertiary: dark ? 'rgba(255,255,255,0.62)' : 'rgba(0,0,0,0.62)',
      colorTextDescription: dark ? 'rgba(255,255,255,0.65)' : 'rgba(0,0,0,0.62)',
      colorTextPlaceholder: dark ? 'rgba(255,255,255,0.5)' : 'rgba(0,0,0,0.54)',
      borderRadius: 3,
      borderRadiusLG: 4,
      fontFamily: FONT,
      fontSize: 14,
      wireframe: false,
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
    },
    // White on the light blue and red of the dark theme would be too faint to read.
    components: dark ? { Button: { primaryColor: '#0b1620', dangerColor: '#140404' } } : {},
  };
}
