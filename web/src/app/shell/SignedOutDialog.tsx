import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInStep } from '@/shared/api/schema';
import { useMe } from '@/shared/session/me';
import { OtherWays } from '@/shared/session/OtherWays';
import { SecondStep } from '@/shared/session/SecondStep';
import { signIn } from '@/shared/session/signIn';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useAttempt } from '@/shared/session/useAttempt';
import { waysQuery } from '@/shared/session/waysQuery';

/** Over the question for a fresh proof too, which nobody can answer who is signed out. */
const TOP = 1_300;

/** Lies over the page when the session has ended, so that nothing half-done is lost, or at least not the page. */
export function SignedOutDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const { person: { address }, proof_ways: proofs } = useMe();
  const others = (useQuery(waysQuery).data?.single_sign_on ?? []).length > 0;
  const { attempt, busy, problem, left } = useAttempt();
  const [step, setStep] = useState<SignInStep>();
  const here = location.pathname + location.search + location.hash;
  const byPassword = proofs.includes('password') || !others;

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
    <Modal open title={t('signed_out.title')} zIndex={TOP} closable={false} mask={{ closable: false }} keyboard={false} footer={null}>
      <p>{t(byPassword ? 'signed_out.text' : 'signed_out.text_elsewhere', { address })}</p>
      {step !== undefined ? <SecondStep step={step} onSignedIn={enter} onBack={() => setStep(undefined)} /> : (
        <>
          <SignInProblem problem={problem} left={left} />
          {byPassword && (
            <Form layout="vertical" requiredMark={false} onFinish={submit}>
              <input type="hidden" name="username" autoComplete="username" value={address} />
              <Form.Item name="password" label={t('signed_out.password')} rules={[{ required: true, message: t('signed_out.password_missing') }]}>
                <Input.Password autoFocus autoComplete="current-password" />
              </Form.Item>
              <Button type="primary" htmlType="submit" disabled={left > 0} loading={busy}>{t('signed_out.submit')}</Button>
            </Form>
          )}
          <OtherWays to={here} />
          <p className="hint">{t('signed_out.leaves')} <a href={`/signin?to=${encodeURIComponent(here)}`}>{t('signed_out.other')}</a></p>
        </>
      )}
    </Modal>
  );
}
