import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Session, SignInStep } from '@/shared/api/schema';
import { changePreferences } from '@/shared/preferences/change';
import { type Language, preferences } from '@/shared/preferences/store';
import { SecondStep } from '@/shared/session/SecondStep';
import { Entrance } from '@/shared/ui/Entrance';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { inside } from '@/shared/session/inside';
import { setUpNeededQuery } from './setUpNeeded';
import { SignInForm } from './SignInForm';
import './signin.css';

/** Where a person says who she is; afterwards she is where she wanted to be, or first enrols a second factor. */
export function SignInPage() {
  const { t } = useTranslation('signin');
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<Language>();
  const [step, setStep] = useState<SignInStep>();
  const needed = useQuery(setUpNeededQuery);
  const navigate = useNavigate();
  const client = useQueryClient();
  const invited = (useLocation().state as { invited?: string } | null)?.invited;

  if (needed.data === true) {
    return <Navigate to="/setup" replace />;
  }
  const choose = (language: Language) => {
    preferences.apply({ language });
    setChosen(language);
  };
  const enter = async ({ must_enrol }: Session) => {
    client.clear();
    const to = inside(params.get('to'));
    if (must_enrol) {
      await navigate(`/enrol?to=${encodeURIComponent(to)}`, { replace: true });
      return;
    }
    if (chosen !== undefined) {
      // What was just chosen wins over what was chosen long ago; without it one only lands in the old language.
      await changePreferences({ language: chosen }).catch(() => undefined);
    }
    await navigate(to, { replace: true, state: { signedIn: true } });
  };
  return (
    <Entrance title={t(step === undefined ? 'title' : 'title_second')} onLanguage={choose}>
      {needed.error !== null && <ProblemNote problem={needed.error} onRetry={() => void needed.refetch()} />}
      {step !== undefined ? <SecondStep step={step} onSignedIn={enter} onBack={() => setStep(undefined)} /> : (
        <>
          {invited !== undefined && <Note kind="good" title={t('invitation.done')} />}
          <SignInForm onSignedIn={enter} onStep={setStep} {...(invited === undefined ? {} : { address: invited })} />
        </>
      )}
    </Entrance>
  );
}
