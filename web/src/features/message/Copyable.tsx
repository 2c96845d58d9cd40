import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** Text with a button that copies it. */
export function Copyable({ text, code = false }: { text: string; code?: boolean }) {
  const { t } = useTranslation('shared');
  return (
    <Typography.Text className={code ? 'copyable copyable-code' : 'copyable'} copyable={{ text, tooltips: [t('action.copy'), t('action.copied')] }}>
      {text}
    </Typography.Text>
  );
}
