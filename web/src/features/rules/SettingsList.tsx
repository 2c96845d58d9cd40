import { useTranslation } from 'react-i18next';
import type { RuleSettings } from './requests/rules';

/** What is set, for who may not change it. */
export function SettingsList({ settings }: { settings: RuleSettings }) {
  const { t } = useTranslation('rules');
  const listed = (texts: string[]) => (texts.length === 0 ? t('settings.none') : texts.join(', '));
  return (
    <dl className="rules-settings">
      <dt>{t('settings.monitors')}</dt>
      <dd>{listed(settings.monitors)}</dd>
      <dt>{t('settings.marker_headers')}</dt>
      <dd>{listed(settings.marker_headers)}</dd>
      <dt>{t('settings.separate_send')}</dt>
      <dd>{t(`settings.${settings.separate_send}`)}</dd>
    </dl>
  );
}
