import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useSignIn } from '@/shared/session/useSignIn';

interface Given {
  address: string;
  password: string;
}

/** Address and password. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation('signin');
  const { attempt, busy, problem, left } = useSignIn();
  const [form] = Form.useForm<Given>();
  const password = useRef<InputRef>(null);
  const refused = problem !== undefined;
  useEffect(() => {
    if (refused && left === 0) {
      password.current?.focus({ cursor: 'all' });
    }
  }, [refused, left]);

  const submit = async (given: Given) => {
    if (left === 0 && await attempt(given.address.trim(), given.password)) {
      await onSignedIn();
    }
  };

  return (
    <>
      <SignInProblem problem={problem} left={left} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="address" label={t('address')} rules={[{ required: true, message: t('address_missing') }]}>
          <Input type="email" autoComplete="username" autoFocus inputMode="email" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password_missing') }]}>
          <Input.Password ref={password} autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy} disabled={left > 0}>{t('submit')}</Button>
      </Form>
      <p className="hint">{t('forgotten')}</p>
    </>
  );
}
