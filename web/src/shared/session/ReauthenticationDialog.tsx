import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { knowsPasskeys, passkeyForProof } from './passkeys';
import { prove, question } from './reauthentication';
import { meQuery } from './me';
import { secondFactorQuery } from './secondFactor';
import { SignInProblem } from './SignInProblem';
import { useAttempt } from './useAttempt';

/** Over the page, before a dangerous act: the password or a passkey once more. What was asked for goes on afterwards. */
export function ReauthenticationDialog() {
  const { t } = useTranslation('shared');
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  const { data: factors } = useQuery(secondFactorQuery);
  const { attempt, busy, problem, left } = useAttempt();
  const passkey = knowsPasskeys() && (factors?.passkeys.length ?? 0) > 0;
  const proven = async (act: () => Promise<unknown>) => {
    if (!busy && left === 0 && await attempt(act) !== undefined) {
      question.answer(true);
    }
  };
  return (
    <Modal open title={t('reauth.title')} zIndex={1_200} mask={{ closable: false }} onCancel={() => question.answer(false)} footer={null}>
      <p>{t('reauth.text')}</p>
      <SignInProblem problem={problem} left={left} refused={t('reauth.refused')} />
      <Form layout="vertical" requiredMark={false} onFinish={({ password }: { password: string }) => proven(() => prove({ password }))}>
        <input type="hidden" name="username" autoComplete="username" value={me?.person.address ?? ''} />
        <Form.Item name="password" label={t('reauth.password')} rules={[{ required: true, message: t('reauth.password_missing') }]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={1_024} />
        </Form.Item>
        <div className="dialog-buttons">
          <Button onClick={() => question.answer(false)}>{t('action.cancel')}</Button>
          {passkey && <Button disabled={left > 0} onClick={() => proven(async () => prove({ passkey: await passkeyForProof() }))}>{t('reauth.passkey')}</Button>}
          <Button type="primary" htmlType="submit" loading={busy} disabled={left > 0}>{t('reauth.submit')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
