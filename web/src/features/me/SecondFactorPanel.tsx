import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { knowsPasskeys } from '@/shared/session/passkeys';
import { secondFactorQuery } from '@/shared/session/secondFactor';
import { Note } from '@/shared/ui/Note';
import { Panel } from '@/shared/ui/Panel';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { Waiting } from '@/shared/ui/Waiting';
import { FactorTable } from './FactorTable';
import { useEnrolment } from './useEnrolment';

const PasskeyForm = lazy(async () => ({ default: (await import('./PasskeyForm')).PasskeyForm }));
const RecoveryCodes = lazy(async () => ({ default: (await import('./RecoveryCodes')).RecoveryCodes }));
const TotpSetup = lazy(async () => ({ default: (await import('./TotpSetup')).TotpSetup }));

/** My second factors: what there is, adding, removing, and new recovery codes. */
export function SecondFactorPanel() {
  const { t } = useTranslation('me');
  const query = useQuery(secondFactorQuery);
  const enrolment = useEnrolment(() => undefined);
  const { stage } = enrolment;
  return (
    <Panel title={t('factor.title')}>
      {query.error !== null && <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />}
      {enrolment.problem !== undefined && <ProblemNote problem={enrolment.problem} />}
      {query.data === undefined ? query.error === null && <Waiting lines={4} /> : stage.kind === 'choice' && <Overview factors={query.data} enrolment={enrolment} />}
      <Suspense>
        {stage.kind === 'totp' && <TotpSetup secret={stage.secret} onEnrolled={enrolment.enrolled} onCancel={enrolment.cancel} />}
        {stage.kind === 'passkey' && <PasskeyForm onEnrolled={enrolment.enrolled} onCancel={enrolment.cancel} />}
        {stage.kind === 'codes' && <RecoveryCodes codes={stage.codes} onDone={enrolment.done} />}
      </Suspense>
    </Panel>
  );
}

function Overview({ factors, enrolment }: { factors: Schemas['MySecondFactor']; enrolment: ReturnType<typeof useEnrolment> }) {
  const { t } = useTranslation('me');
  const none = factors.totp === null && factors.passkeys.length === 0;
  return (
    <>
      <p className="soft">{t(factors.required ? 'factor.required' : 'factor.optional')}</p>
      {none ? <p>{t('factor.none')}</p> : <FactorTable factors={factors} />}
      {!none && factors.recovery_codes_left <= 3 && <Note kind="warning" title={t('factor.few', { count: factors.recovery_codes_left })} />}
      <div className="form-buttons">
        <Button loading={enrolment.busy} onClick={() => void enrolment.chooseTotp()}>{t(factors.totp === null ? 'totp.begin' : 'totp.replace')}</Button>
        {knowsPasskeys() && <Button onClick={enrolment.choosePasskey}>{t('passkey.begin')}</Button>}
        {!none && <Button loading={enrolment.busy} onClick={() => void enrolment.renewCodes()}>{t('codes.renew')}</Button>}
      </div>
      {!knowsPasskeys() && <p className="hint">{t('passkey.impossible')}</p>}
    </>
  );
}
