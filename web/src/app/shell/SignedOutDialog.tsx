import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session/me';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useSignIn } from '@/shared/session/useSignIn';

/** Lies over the page when the session has ended, so that nothing half-done is lost. */
export function SignedOutDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const { address } = useMe().person;
  const { attempt, busy, problem, left } = useSignIn();

  const submit = async ({ password }: { password: string }) => {
    if (await attempt(address, password)) {
      onDone();
      await client.invalidateQueries();
    }
  };

  return (
    <Modal open title={t('signed_out.title')} closable={false} mask={{ closable: false }} keyboard={false} footer={null}>
      <p>{t('signed_out.text', { address })}</p>
      <SignInProblem problem={problem} left={left} />
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <input type="hidden" name="username" autoComplete="username" value={address} />
        <Form.Item name="password" label={t('signed_out.password')} rules={[{ required: true, message: t('signed_out.password_missing') }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={left > 0} loading={busy}>{t('signed_out.submit')}</Button>
        <Button type="link" href="/signin">{t('signed_out.other')}</Button>
      </Form>
    </Modal>
  );
}
