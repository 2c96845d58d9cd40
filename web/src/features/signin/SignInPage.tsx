import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { changePreferences } from '@/shared/preferences/change';
import { type Language, preferences } from '@/shared/preferences/store';
import { Entrance } from '@/shared/ui/Entrance';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { SignInForm } from './SignInForm';
import { inside } from './inside';
import { setUpNeededQuery } from './setUpNeeded';

/** Where a person says who she is; afterwards she is where she wanted to be. */
export function SignInPage() {
  const { t } = useTranslation('signin');
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<Language>();
  const needed = useQuery(setUpNeededQuery);
  const navigate = useNavigate();
  const client = useQueryClient();

  if (needed.data === true) {
    return <Navigate to="/setup" replace />;
  }
  const choose = (language: Language) => {
    preferences.apply({ language });
    setChosen(language);
  };
  const enter = async () => {
    client.clear();
    if (chosen !== undefined) {
      // What was just chosen wins over what was chosen long ago; without it one only lands in the old language.
      await changePreferences({ language: chosen }).catch(() => undefined);
    }
    await navigate(inside(params.get('to')), { replace: true, state: { signedIn: true } });
  };
  return (
    <Entrance title={t('title')} onLanguage={choose}>
      {needed.error !== null && <ProblemNote problem={needed.error} onRetry={() => void needed.refetch()} />}
      <SignInForm onSignedIn={enter} />
    </Entrance>
  );
}
