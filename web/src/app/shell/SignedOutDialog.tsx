import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { useMe } from '@/shared/session/me';
import { signIn } from '@/shared/session/signIn';
import { useWait } from '@/shared/session/useWait';

/** Lies over the page when the session has ended, so that nothing half-done is lost. */
export function SignedOutDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const { address } = useMe().person;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const [until, setUntil] = useState<number>();
  const left = useWait(until);

  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    try {
      await signIn(address, password);
      onDone();
      await client.invalidateQueries();
    } catch (failed) {
      setProblem(failed instanceof ProblemError ? failed : undefined);
      setUntil(failed instanceof ProblemError && failed.retryAfter !== undefined ? Date.now() + failed.retryAfter * 1_000 : undefined);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal open title={t('signed_out.title')} closable={false} mask={{ closable: false }} keyboard={false} footer={null}>
      <p>{t('signed_out.text', { address })}</p>
      <Form layout="vertical" onFinish={submit} disabled={busy}>
        <Form.Item
          name="password"
          label={t('signed_out.password')}
          rules={[{ required: true, message: '' }]}
          validateStatus={problem === undefined ? '' : 'error'}
          help={problem?.detail}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={left > 0} loading={busy}>
          {left > 0 ? `${t('signed_out.submit')} (${left})` : t('signed_out.submit')}
        </Button>
        <Button type="link" href="/signin">{t('signed_out.other')}</Button>
      </Form>
    </Modal>
  );
}
