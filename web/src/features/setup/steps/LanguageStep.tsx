import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Language, preferences, usePreferences } from '@/shared/preferences/store';
import { ZoneSelect } from '@/shared/ui/ZoneSelect';
import { StepForm } from '../StepForm';
import type { StepProps } from '../state';

interface Fields {
  language: Language;
  time_zone: string;
}

const languages = [{ value: 'en', label: 'English' }, { value: 'zh-CN', label: '简体中文' }];

/** Guessed from the browser, to be confirmed. */
export function LanguageStep({ onNext, onBack }: StepProps) {
  const { t } = useTranslation('setup');
  const { language, time_zone } = usePreferences();
  const [form] = Form.useForm<Fields>();
  return (
    <StepForm
      form={form}
      initial={{ language, time_zone }}
      title={t('step.language')}
      intro={t('language.intro')}
      pointers={{ '/language': 'language', '/time_zone': 'time_zone' }}
      onChange={(_, all) => preferences.apply(all)}
      onSubmit={(given) => onNext(given)}
      onBack={onBack}
    >
      <Form.Item name="language" label={t('language.label')}>
        <Radio.Group options={languages} />
      </Form.Item>
      <Form.Item name="time_zone" label={t('language.zone')}>
        <ZoneSelect />
      </Form.Item>
    </StepForm>
  );
}
