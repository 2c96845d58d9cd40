import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { PasswordField } from '@/shared/password/PasswordField';
import { useMe } from '@/shared/session/me';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { useAttempt } from '@/shared/session/useAttempt';
import { Note } from '@/shared/ui/Note';
import { Panel } from '@/shared/ui/Panel';
import { changePassword } from './requests/changePassword';
import { sessionsQuery } from './requests/sessions';

interface Fields {
  before: string;
  password: string;
}

/** Changes my password; the form opens when it is wanted. */
export function PasswordPanel() {
  const { t } = useTranslation('me');
  const { address } = useMe().person;
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [state, setState] = useState<'closed' | 'open' | 'changed'>('closed');
  const { attempt, busy, problem, left } = useAttempt();

  const submit = async ({ before, password }: Fields) => {
    const changed = await attempt(async () => {
      await changePassword(before, password).catch((failed: unknown) => {
        const fault = failed instanceof ProblemError ? failed.at('/new_password') : undefined;
        if (fault !== undefined) {
          form.setFields([{ name: 'password', errors: [fault.detail ?? (failed as ProblemError).detail] }]);
        }
        throw failed;
      });
      return true;
    });
    if (changed === true) {
      setState('changed');
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    }
  };
  return (
    <Panel title={t('password.title')} actions={state !== 'open' && <Button size="small" onClick={() => setState('open')}>{t('password.change')}</Button>}>
      {state === 'changed' && <Note kind="good" title={t('password.changed')} />}
      {state !== 'open' ? <p className="soft">{t('password.about')}</p> : (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} className="narrow">
          <SignInProblem problem={problem} left={left} refused={t('password.wrong')} />
          <input type="hidden" name="username" autoComplete="username" value={address} />
          <Form.Item name="before" label={t('password.before')} rules={[{ required: true, message: t('password.before_missing') }]}>
            <Input.Password autoFocus autoComplete="current-password" maxLength={1_024} />
          </Form.Item>
          <PasswordField name="password" repeatName="again" addressName={{ address }} label={t('password.next')} />
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={busy} disabled={left > 0}>{t('password.submit')}</Button>
            <Button onClick={() => setState('closed')}>{t('cancel')}</Button>
          </div>
        </Form>
      )}
    </Panel>
  );
}
