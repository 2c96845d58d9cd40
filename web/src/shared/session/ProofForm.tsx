import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, Schemas } from '@/shared/api/schema';
import { CodeField } from './CodeField';
import { passkeyForProof } from './passkeys';
import { prove, question } from './reauthentication';
import { SignInProblem } from './SignInProblem';
import { useAttempt } from './useAttempt';
import './session.css';

type Way = Me['proof_ways'][number];

/** Takes a proof in one of the ways that this person has; a passkey is always one press away. */
export function ProofForm({ ways, address }: { ways: Way[]; address: string }) {
  const { t } = useTranslation('shared');
  const { attempt, busy, problem, left } = useAttempt();
  const [chosen, setChosen] = useState<Way>();
  const [tried, setTried] = useState<Way>('password');
  const typed = ways.filter((way) => way !== 'passkey');
  const way = typed.find((one) => one === chosen) ?? typed[0];
  const other = typed.find((one) => one !== way);
  const prover = (by: Way, proof: () => Promise<Schemas['Proof']>) => async () => {
    setTried(by);
    if (!busy && left === 0 && await attempt(async () => prove(await proof())) !== undefined) {
      question.answer(true);
    }
  };
  const byCode = (code: string) => void prover('totp', () => Promise.resolve({ code }))();
  const byPassword = (password: string) => void prover('password', () => Promise.resolve({ password }))();
  const refused = tried === 'password' ? t('reauth.refused') : t(`second.refused_${tried}`);
  return (
    <>
      <SignInProblem problem={problem} left={left} refused={refused} />
      <Form key={way} layout="vertical" requiredMark={false} onFinish={(given: { password: string; code: string }) => way === 'totp' ? byCode(given.code) : byPassword(given.password)}>
        {way === 'password' && (
          <>
            <input type="hidden" name="username" autoComplete="username" value={address} />
            <Form.Item name="password" label={t('reauth.password')} rules={[{ required: true, message: t('reauth.password_missing') }]}>
              <Input.Password autoFocus autoComplete="current-password" maxLength={1_024} />
            </Form.Item>
          </>
        )}
        {way === 'totp' && <CodeField refused={problem} disabled={busy || left > 0} onComplete={byCode} />}
        {other !== undefined && <Button type="link" size="small" onClick={() => setChosen(other)}>{t(`reauth.instead_${other}`)}</Button>}
        <div className="dialog-buttons">
          <Button onClick={() => question.answer(false)}>{t('action.cancel')}</Button>
          {ways.includes('passkey') && (
            <Button type={way === undefined ? 'primary' : 'default'} autoFocus={way === undefined} disabled={left > 0} onClick={prover('passkey', async () => ({ passkey: await passkeyForProof() }))}>
              {t('reauth.passkey')}
            </Button>
          )}
          {way !== undefined && <Button type="primary" htmlType="submit" loading={busy} disabled={left > 0}>{t('reauth.submit')}</Button>}
        </div>
      </Form>
    </>
  );
}
