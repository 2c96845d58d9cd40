import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInStep } from '@/shared/api/schema';
import { useMe } from '@/shared/session/me';
import { SecondStep } from '@/shared/session/SecondStep';
import { signIn } from '@/shared/session/signIn';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useAttempt } from '@/shared/session/useAttempt';

/** Lies over the page when the session has ended, so that nothing half-done is lost. */
export function SignedOutDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const { address } = useMe().person;
  const { attempt, busy, problem, left } = useAttempt();
  const [step, setStep] = useState<SignInStep>();

  const enter = async () => {
    onDone();
    await client.invalidateQueries();
  };
  const submit = async ({ password }: { password: string }) => {
    const first = left > 0 ? undefined : await attempt(() => signIn(address, password));
    if (first !== undefined && 'step' in first) {
      setStep(first.step);
    } else if (first !== undefined) {
      await enter();
    }
  };

  return (
    <Modal open title={t('signed_out.title')} closable={false} mask={{ closable: false }} keyboard={false} footer={null}>
      <p>{t('signed_out.text', { address })}</p>
      {step !== undefined ? <SecondStep step={step} onSignedIn={enter} onBack={() => setStep(undefined)} /> : (
        <>
          <SignInProblem problem={problem} left={left} />
          <Form layout="vertical" requiredMark={false} onFinish={submit}>
            <input type="hidden" name="username" autoComplete="username" value={address} />
            <Form.Item name="password" label={t('signed_out.password')} rules={[{ required: true, message: t('signed_out.password_missing') }]}>
              <Input.Password autoFocus autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" htmlType="submit" disabled={left > 0} loading={busy}>{t('signed_out.submit')}</Button>
            <Button type="link" href="/signin">{t('signed_out.other')}</Button>
          </Form>
        </>
      )}
    </Modal>
  );
}
