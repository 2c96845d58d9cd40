import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, SignInStep } from '@/shared/api/schema';
import { knowsPasskeys, signInByPasskey } from '@/shared/session/passkeys';
import { signIn } from '@/shared/session/signIn';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useAttempt } from '@/shared/session/useAttempt';

interface Given {
  address: string;
  password: string;
}

interface Props {
  address?: string;
  onSignedIn: (session: Session) => Promise<void>;
  /** The password was right, and a second factor is wanted. */
  onStep: (step: SignInStep) => void;
}

/** Address and password, or a passkey alone. */
export function SignInForm({ address = '', onSignedIn, onStep }: Props) {
  const { t } = useTranslation(['signin', 'shared']);
  const { attempt, busy, problem, left } = useAttempt();
  const [form] = Form.useForm<Given>();
  const [byKey, setByKey] = useState(false);
  const password = useRef<InputRef>(null);
  const refused = problem !== undefined;
  useEffect(() => {
    if (refused && left === 0) {
      password.current?.focus({ cursor: 'all' });
    }
  }, [refused, left]);

  const submit = async (given: Given) => {
    setByKey(false);
    const first = left > 0 ? undefined : await attempt(() => signIn(given.address.trim(), given.password));
    if (first !== undefined && 'step' in first) {
      onStep(first.step);
    } else if (first !== undefined) {
      await onSignedIn(first.session);
    }
  };
  const byPasskey = async () => {
    setByKey(true);
    const session = await attempt(signInByPasskey);
    if (session !== undefined) {
      await onSignedIn(session);
    }
  };

  return (
    <>
      <SignInProblem problem={problem} left={left} refused={t(byKey ? 'shared:second.refused_passkey' : 'shared:signin.refused')} />
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ address }} onFinish={submit}>
        <Form.Item name="address" label={t('address')} rules={[{ required: true, message: t('address_missing') }]}>
          <Input type="email" autoComplete="username" autoFocus={address === ''} inputMode="email" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password_missing') }]}>
          <Input.Password ref={password} autoComplete="current-password" autoFocus={address !== ''} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy} disabled={left > 0}>{t('submit')}</Button>
      </Form>
      {knowsPasskeys() && <div className="signin-others"><Button block disabled={busy || left > 0} onClick={byPasskey}>{t('passkey')}</Button></div>}
      <p className="hint">{t('forgotten')}</p>
    </>
  );
}
