import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { preferences } from '@/shared/preferences/store';
import { SignInProblem } from '@/shared/session/SignInProblem';
import { Entrance } from '@/shared/ui/Entrance';
import { Waiting } from '@/shared/ui/Waiting';
import { AcceptForm } from './AcceptForm';
import { checkInvitation } from './invitation';

/** Where an invited person chooses her password. The code stands behind `#`, which no server gets to see. */
export function InvitationPage() {
  const { t } = useTranslation('signin');
  const code = useLocation().hash.slice(1);
  const invitation = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => checkInvitation(code),
    enabled: code !== '',
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Entrance title={t('invitation.title')} onLanguage={(language) => preferences.apply({ language })}>
      {code === '' && <p>{t('invitation.no_code')}</p>}
      {invitation.error !== null && <SignInProblem problem={invitation.error} left={0} refused={t('invitation.refused')} />}
      {invitation.data !== undefined && <AcceptForm code={code} invitation={invitation.data} />}
      {code !== '' && invitation.isPending && <Waiting lines={6} />}
    </Entrance>
  );
}
