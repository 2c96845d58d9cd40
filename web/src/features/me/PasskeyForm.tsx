import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { addPasskey } from '@/shared/session/passkeys';
import { useAttempt } from '@/shared/session/useAttempt';
import { ProblemNote } from '@/shared/ui/ProblemNote';

interface Props {
  onEnrolled: (enrolled: Schemas['Enrolled']) => void;
  onCancel: () => void;
}

/** Names a passkey, then lets the browser make it. */
export function PasskeyForm({ onEnrolled, onCancel }: Props) {
  const { t } = useTranslation(['me', 'shared']);
  const { attempt, busy, problem } = useAttempt();
  const submit = async ({ name }: { name: string }) => {
    const enrolled = await attempt(() => addPasskey(name.trim()));
    if (enrolled !== undefined) {
      onEnrolled(enrolled);
    }
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} className="narrow">
      {problem !== undefined && <ProblemNote problem={problem} />}
      <Form.Item name="name" label={t('passkey.name')} extra={t('passkey.name_hint')} rules={[{ required: true, whitespace: true, message: t('passkey.name_missing') }]}>
        <Input autoFocus maxLength={100} autoComplete="off" />
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>{t('passkey.add')}</Button>
        <Button onClick={onCancel}>{t('shared:action.cancel')}</Button>
      </div>
    </Form>
  );
}
