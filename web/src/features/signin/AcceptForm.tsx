import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schemas } from '@/shared/api/schema';
import { PasswordField } from '@/shared/password/PasswordField';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useAttempt } from '@/shared/session/useAttempt';
import { acceptInvitation } from './invitation';

/** Whom the invitation is for, and her own password twice. */
export function AcceptForm({ code, invitation }: { code: string; invitation: Schemas['InvitationFor'] }) {
  const { t } = useTranslation('signin');
  const navigate = useNavigate();
  const { attempt, busy, problem, left } = useAttempt();
  const { address, name, organisation } = invitation;
  const submit = async ({ password }: { password: string }) => {
    if (await attempt(() => acceptInvitation(code, password)) !== undefined) {
      await navigate('/signin', { replace: true, state: { invited: address } });
    }
  };
  return (
    <>
      <p>{t('invitation.intro', { name, address, organisation })}</p>
      <SignInProblem problem={problem} left={left} refused={t('invitation.refused')} />
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <input type="hidden" name="username" autoComplete="username" value={address} />
        <PasswordField name="password" repeatName="again" addressName={{ address }} />
        <Button type="primary" htmlType="submit" block loading={busy} disabled={left > 0}>{t('invitation.submit')}</Button>
      </Form>
    </>
  );
}
