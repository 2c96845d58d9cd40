import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/shared/preferences/store';
import { useMay } from '@/shared/session/me';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { LeftOut } from './LeftOut';
import { rulesQuery } from './requests/rules';
import { RuleTable } from './RuleTable';
import { SettingsForm } from './SettingsForm';
import { SettingsList } from './SettingsList';
import './rules.css';

/** The sixteen archiving rules in words and numbers; who may change them has the settings below. */
export function RulesTab() {
  const { t } = useTranslation('rules');
  const { language } = usePreferences();
  const { data, error, refetch } = useQuery(rulesQuery(language));
  const mayChange = useMay('rules:write');
  if (data === undefined) {
    return error === null ? <Waiting lines={16} /> : <ProblemNote problem={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <Panel title={t('title')}>
        <p>{t('intro', { days: data.days })}</p>
        <RuleTable rules={data.data} days={data.days} />
        <LeftOut reasons={data.left_out} days={data.days} />
      </Panel>
      <Panel title={t('settings.title')}>
        {mayChange ? <SettingsForm key={JSON.stringify(data.settings)} settings={data.settings} /> : <SettingsList settings={data.settings} />}
      </Panel>
    </>
  );
}
