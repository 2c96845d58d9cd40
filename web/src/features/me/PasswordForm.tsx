import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { PasswordField } from '@/shared/password/PasswordField';
import { useMe } from '@/shared/session/me';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useAttempt } from '@/shared/session/useAttempt';
import { changePassword } from './requests/changePassword';
import { sessionsQuery } from './requests/sessions';

interface Fields {
  before: string;
  password: string;
}

/** The present password, and a new one twice. */
export function PasswordForm({ onChanged, onCancel }: { onChanged: () => void; onCancel: () => void }) {
  const { t } = useTranslation('me');
  const { address } = useMe().person;
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { attempt, busy, problem, left } = useAttempt();
  const fault = problem instanceof ProblemError ? problem.at('/new_password') : undefined;

  const submit = async ({ before, password }: Fields) => {
    if (await attempt(async () => { await changePassword(before, password); return true; }) === true) {
      onChanged();
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    }
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} className="narrow">
      {fault === undefined ? <SignInProblem problem={problem} left={left} refused={t('password.wrong')} /> : <p className="bad" role="alert">{fault.detail}</p>}
      <input type="hidden" name="username" autoComplete="username" value={address} />
      <Form.Item name="before" label={t('password.before')} rules={[{ required: true, message: t('password.before_missing') }]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={1_024} />
      </Form.Item>
      <PasswordField name="password" repeatName="again" addressName={{ address }} label={t('password.next')} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy} disabled={left > 0}>{t('password.submit')}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}
