import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { preferences } from '@/shared/preferences/store';
import { inside } from '@/shared/session/inside';
import { meQuery } from '@/shared/session/me';
import { knowsPasskeys } from '@/shared/session/passkeys';
import { signOut } from '@/shared/session/signOut';
import { Entrance } from '@/shared/ui/Entrance';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { PasskeyForm } from './PasskeyForm';
import { RecoveryCodes } from './RecoveryCodes';
import { TotpSetup } from './TotpSetup';
import { useEnrolment } from './useEnrolment';
import './me.css';

/** Right after the password, where the policy wants a second factor and there is none yet. */
export function EnrolPage() {
  const { t } = useTranslation('me');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const to = inside(params.get('to'));
  const me = useQuery(meQuery);
  const enrolment = useEnrolment(() => {
    client.clear();
    void navigate(to, { replace: true, state: { signedIn: true } });
  });
  const { stage } = enrolment;
  if (me.error !== null) {
    return <Navigate to={`/signin?to=${encodeURIComponent(to)}`} replace />;
  }
  if (me.data?.must_enrol === false && stage.kind === 'choice') {
    return <Navigate to={to} replace />;
  }
  const leave = () => void signOut().finally(() => location.assign('/signin'));
  return (
    <Entrance title={t('enrol.title')} wide onLanguage={(language) => preferences.apply({ language })}>
      {enrolment.problem !== undefined && <ProblemNote problem={enrolment.problem} />}
      {stage.kind === 'choice' && (
        <>
          <p>{t('enrol.why', { address: me.data?.person.address ?? '' })}</p>
          <div className="form-buttons">
            <Button type="primary" loading={enrolment.busy} onClick={() => void enrolment.chooseTotp()}>{t('totp.begin')}</Button>
            {knowsPasskeys() && <Button onClick={enrolment.choosePasskey}>{t('passkey.begin')}</Button>}
            <Button type="link" onClick={leave}>{t('enrol.leave')}</Button>
          </div>
          <p className="hint">{t('enrol.apps')}</p>
        </>
      )}
      {stage.kind === 'totp' && <TotpSetup secret={stage.secret} onEnrolled={enrolment.enrolled} onCancel={enrolment.cancel} />}
      {stage.kind === 'passkey' && <PasskeyForm onEnrolled={enrolment.enrolled} onCancel={enrolment.cancel} />}
      {stage.kind === 'codes' && <RecoveryCodes codes={stage.codes} onDone={enrolment.done} />}
    </Entrance>
  );
}
