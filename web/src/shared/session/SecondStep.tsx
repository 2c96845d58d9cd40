import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import type { Session, SignInStep } from '@/shared/api/schema';
import { Note } from '@/shared/ui/Note';
import { CodeField } from './CodeField';
import { knowsPasskeys, passkeyForStep } from './passkeys';
import { secondStep } from './signIn';
import { SignInProblem } from './SignInProblem';
import { useAttempt } from './useAttempt';
import './session.css';

type Method = SignInStep['methods'][number];

/** After so many wrong proofs the server takes no more with the same ticket. */
const TRIES = 5;

interface Props {
  step: SignInStep;
  onSignedIn: (session: Session) => Promise<void>;
  /** Back to address and password. */
  onBack: () => void;
}

/** The second step of a sign-in: a passkey, the authenticator's code, or a recovery code. */
export function SecondStep({ step, onSignedIn, onBack }: Props) {
  const { t } = useTranslation('shared');
  const methods = step.methods.filter((method) => method !== 'passkey' || knowsPasskeys());
  const [method, setMethod] = useState<Method | undefined>(methods[0]);
  const [wrong, setWrong] = useState(0);
  const { attempt, busy, problem, left } = useAttempt();
  const over = wrong >= TRIES || (problem !== undefined && Date.parse(step.expires_at) < Date.now());

  const prove = async (act: () => Promise<Session>) => {
    if (busy || left > 0) {
      return;
    }
    const session = await attempt(() => act().catch((failed: unknown) => {
      setWrong((before) => before + (failed instanceof ProblemError && failed.status === 401 ? 1 : 0));
      throw failed;
    }));
    if (session !== undefined) {
      await onSignedIn(session);
    }
  };

  if (over || method === undefined) {
    return (
      <Note kind="error" title={t(over ? 'second.over' : 'second.none')} action={<Button size="small" onClick={onBack}>{t('second.restart')}</Button>} />
    );
  }
  return (
    <>
      <SignInProblem problem={problem} left={left} refused={t(`second.refused_${method}`)} />
      {method === 'totp' && (
        <Form layout="vertical" requiredMark={false} onFinish={({ code }: { code: string }) => prove(() => secondStep(step.ticket, { code }))}>
          <CodeField refused={problem} disabled={busy || left > 0} onComplete={(code) => void prove(() => secondStep(step.ticket, { code }))} />
          <Button type="primary" htmlType="submit" block loading={busy} disabled={left > 0}>{t('second.submit')}</Button>
        </Form>
      )}
      {method === 'recovery_code' && (
        <Form layout="vertical" requiredMark={false} onFinish={({ recovery }: { recovery: string }) => prove(() => secondStep(step.ticket, { recovery_code: recovery.trim() }))}>
          <Form.Item name="recovery" label={t('second.recovery')} extra={t('second.recovery_hint')} rules={[{ required: true, whitespace: true, message: t('second.recovery_missing') }]}>
            <Input autoFocus autoComplete="off" spellCheck={false} maxLength={40} className="code-digits" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy} disabled={left > 0}>{t('second.submit')}</Button>
        </Form>
      )}
      {method === 'passkey' && (
        <>
          <p>{t('second.passkey_hint')}</p>
          <Button type="primary" block autoFocus loading={busy} disabled={left > 0} onClick={() => prove(async () => secondStep(step.ticket, { passkey: await passkeyForStep(step.ticket) }))}>
            {t('second.passkey')}
          </Button>
        </>
      )}
      <div className="second-others">
        {methods.filter((other) => other !== method).map((other) => (
          <Button key={other} type="link" size="small" onClick={() => setMethod(other)}>{t(`second.instead_${other}`)}</Button>
        ))}
        <Button type="link" size="small" onClick={onBack}>{t('second.back')}</Button>
      </div>
    </>
  );
}
