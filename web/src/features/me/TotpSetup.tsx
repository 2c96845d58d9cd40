import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { CodeField } from '@/shared/session/CodeField';
import { ProblemError } from '@/shared/api/problem';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useAttempt } from '@/shared/session/useAttempt';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Note } from '@/shared/ui/Note';
import { confirmTotp } from './requests/factors';
import { QrCode } from './QrCode';

interface Props {
  secret: Schemas['TotpSecret'];
  onEnrolled: (enrolled: Schemas['Enrolled']) => void;
  onCancel: () => void;
}

/** The secret for an authenticator app, as a picture and to be typed; the first code confirms it. */
export function TotpSetup({ secret, onEnrolled, onCancel }: Props) {
  const { t } = useTranslation(['me', 'shared']);
  const { attempt, busy, problem, left } = useAttempt();
  const wrong = problem instanceof ProblemError && problem.at('/code') !== undefined;
  const confirm = async (code: string) => {
    const enrolled = busy || left > 0 ? undefined : await attempt(() => confirmTotp(code));
    if (enrolled !== undefined) {
      onEnrolled(enrolled);
    }
  };
  return (
    <div className="totp">
      <QrCode text={secret.uri} label={t('totp.picture')} />
      <div>
        <p>{t('totp.scan')}</p>
        <p>{t('totp.type')} <code className="secret">{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code> <CopyButton text={secret.secret} label={t('totp.secret')} /></p>
        {wrong ? <Note kind="error" title={t('shared:second.refused_totp')} /> : <SignInProblem problem={problem} left={left} refused={t('shared:second.refused_totp')} />}
        <Form layout="vertical" requiredMark={false} onFinish={({ code }: { code: string }) => confirm(code)}>
          <CodeField refused={problem} disabled={busy || left > 0} onComplete={(code) => void confirm(code)} />
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={busy} disabled={left > 0}>{t('totp.confirm')}</Button>
            <Button onClick={onCancel}>{t('shared:action.cancel')}</Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
