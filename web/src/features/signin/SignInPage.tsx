import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Session, SignInStep } from '@/shared/api/schema';
import { changePreferences } from '@/shared/preferences/change';
import { type Language, preferences } from '@/shared/preferences/store';
import { OtherWays } from '@/shared/session/OtherWays';
import { SecondStep } from '@/shared/session/SecondStep';
import { takeWayBack } from '@/shared/session/wayBack';
import { Entrance } from '@/shared/ui/Entrance';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { inside } from '@/shared/session/inside';
import { type Arrival, takeArrival } from './arrival';
import { setUpNeededQuery } from './setUpNeeded';
import { SignInForm } from './SignInForm';
import './signin.css';

/** Has the page tell of the last sign-in. */
const SIGNED_IN = { signedIn: true };

/** Where a person says who she is; afterwards she is where she wanted to be, or first enrols a second factor. */
export function SignInPage() {
  const { t } = useTranslation('signin');
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<Language>();
  const [{ arrival, kept }] = useState(arrive);
  const [step, setStep] = useState<SignInStep | undefined>(arrival?.kind === 'step' ? arrival.step : undefined);
  const needed = useQuery(setUpNeededQuery);
  const navigate = useNavigate();
  const client = useQueryClient();
  const invited = (useLocation().state as { invited?: string } | null)?.invited;

  const to = inside(params.get('to') ?? kept);
  if (arrival?.kind === 'done') {
    return <Navigate to={to} replace state={SIGNED_IN} />;
  }
  if (needed.data === true) {
    return <Navigate to="/setup" replace />;
  }
  const choose = (language: Language) => {
    preferences.apply({ language });
    setChosen(language);
  };
  const enter = async ({ must_enrol }: Session) => {
    client.clear();
    if (must_enrol) {
      await navigate(`/enrol?to=${encodeURIComponent(to)}`, { replace: true });
      return;
    }
    if (chosen !== undefined) {
      // What was just chosen wins over what was chosen long ago; without it one only lands in the old language.
      await changePreferences({ language: chosen }).catch(() => undefined);
    }
    await navigate(to, { replace: true, state: SIGNED_IN });
  };
  return (
    <Entrance title={t(step === undefined ? 'title' : 'title_second')} onLanguage={choose}>
      {needed.error !== null && <ProblemNote problem={needed.error} onRetry={() => void needed.refetch()} />}
      {step !== undefined ? <SecondStep step={step} onSignedIn={enter} onBack={() => setStep(undefined)} /> : (
        <>
          {arrival !== undefined && arrival.kind !== 'step' && <Note kind="error" title={t(`sso_${arrival.kind}`)} />}
          {invited !== undefined && <Note kind="good" title={t('invitation.done')} />}
          <SignInForm onSignedIn={enter} onStep={setStep} {...(invited === undefined ? {} : { address: invited })} />
          <OtherWays to={to} />
        </>
      )}
    </Entrance>
  );
}

/** How somebody came back from an identity provider, and where she had wanted to go. */
function arrive(): { arrival: Arrival | undefined; kept: string | null } {
  const arrival = takeArrival();
  return { arrival, kept: arrival === undefined ? null : takeWayBack() };
}
