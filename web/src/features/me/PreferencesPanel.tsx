import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import type { Preferences } from '@/shared/api/schema';
import { changePreferences } from '@/shared/preferences/change';
import { usePreferences } from '@/shared/preferences/store';
import { useMe } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ZoneSelect } from '@/shared/ui/ZoneSelect';

const languages = [{ value: 'en', label: 'English' }, { value: 'zh-CN', label: '简体中文' }] as const;
const themes = ['light', 'dark', 'system'] as const;
const densities = ['normal', 'compact'] as const;

/** Who I am, and how the console looks to me; each choice holds at once. */
export function PreferencesPanel() {
  const { t } = useTranslation(['me', 'shared']);
  const { person, organisation } = useMe();
  const { language, time_zone: zone, theme, density } = usePreferences();
  const { message } = App.useApp();
  const change = (to: Preferences) => void changePreferences(to).catch((failed: unknown) =>
    message.error([t('look.failed'), failed instanceof ProblemError ? failed.title : ''].filter(Boolean).join(': ')));
  return (
    <Panel title={t('look.title')}>
      <dl className="facts who-facts">
        <div><dt>{t('look.address')}</dt><dd>{person.address}</dd></div>
        <div><dt>{t('look.organisation')}</dt><dd>{organisation.name}</dd></div>
        <div><dt>{t('look.roles')}</dt><dd>{person.roles.map((role) => t(`shared:role.${role}`)).join(' · ')}</dd></div>
      </dl>
      <div className="look">
        <div><label htmlFor="look-language">{t('look.language')}</label>
          <Select id="look-language" value={language} options={[...languages]} onChange={(value) => change({ language: value })} />
        </div>
        <div><label htmlFor="look-zone">{t('look.zone')}</label>
          <ZoneSelect id="look-zone" value={zone} onChange={(value) => change({ time_zone: value })} />
        </div>
        <div><label htmlFor="look-theme">{t('look.theme')}</label>
          <Select id="look-theme" value={theme} options={themes.map((value) => ({ value, label: t(`look.theme_${value}`) }))} onChange={(value) => change({ theme: value })} />
        </div>
        <div><label htmlFor="look-density">{t('look.density')}</label>
          <Select id="look-density" value={density} options={densities.map((value) => ({ value, label: t(`look.density_${value}`) }))} onChange={(value) => change({ density: value })} />
        </div>
      </div>
    </Panel>
  );
}
