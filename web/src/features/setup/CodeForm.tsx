import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { useWait } from '@/shared/session/useWait';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { setUpCode } from './code';
import { type Draft, getDraft } from './getDraft';

/** As the server prints it, in English whatever the console speaks. */
const PRINTED = 'Set up: open http://… and enter the code XXXX-XXXX-XXXX';

/** Asks for the code that the server printed, so that the first stranger on the network does not become the owner. */
export function CodeForm({ onOpened }: { onOpened: (code: string, draft: Draft) => void }) {
  const { t } = useTranslation(['setup', 'shared']);
  const [problem, setProblem] = useState<unknown>();
  const [until, setUntil] = useState<number>();
  const [busy, setBusy] = useState(setUpCode.get() !== null);
  const left = useWait(until);

  const submit = async (code: string) => {
    setBusy(true);
    try {
      onOpened(code, await getDraft(code));
    } catch (failed) {
      setUpCode.forget();
      setProblem(failed);
      setUntil(failed instanceof ProblemError && failed.retryAfter !== undefined ? Date.now() + failed.retryAfter * 1_000 : undefined);
      setBusy(false);
    }
  };
  useEffect(() => {
    const kept = setUpCode.get();
    if (kept !== null) {
      void submit(kept);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: a code that this tab has proven before
  }, []);

  return (
    <Form layout="vertical" requiredMark={false} disabled={busy} onFinish={({ code }: { code: string }) => submit(code.trim())}>
      <p>{t('code.intro')}</p>
      <pre className="lines">{PRINTED}</pre>
      {problem instanceof ProblemError && problem.status === 401 ? <Note kind="error" title={t('code.wrong')} /> : null}
      {problem instanceof ProblemError && problem.code === 'rate-limited' ? (
        <Note kind="error" title={t('shared:signin.throttled')}>{left > 0 ? t('shared:signin.wait', { count: left }) : t('shared:signin.again')}</Note>
      ) : null}
      {problem !== undefined && !isCodeProblem(problem) ? <ProblemNote problem={problem} /> : null}
      <Form.Item name="code" label={t('code.label')} rules={[{ required: true, message: t('code.missing') }]}>
        <Input autoFocus autoComplete="off" spellCheck={false} className="code-input" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} disabled={left > 0}>{t('next')}</Button>
    </Form>
  );
}

function isCodeProblem(problem: unknown): boolean {
  return problem instanceof ProblemError && (problem.status === 401 || problem.code === 'rate-limited');
}
