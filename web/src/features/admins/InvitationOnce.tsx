import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Note } from '@/shared/ui/Note';
import { Time } from '@/shared/ui/Time';
import type { Appointed } from './requests/admins';

/** The link by which an invited person sets her password; shown this once, to be handed over. */
export function InvitationOnce({ appointed, onDone }: { appointed: Appointed; onDone: () => void }) {
  const { t } = useTranslation(['admins', 'shared']);
  const { admin: { address }, invitation: { path, expires_at: until } } = appointed;
  const link = location.origin + path;
  return (
    <Note kind="good" title={t('invitation.title', { address })} action={<Button size="small" onClick={onDone}>{t('shared:action.done')}</Button>}>
      <p>{t('invitation.text')} {t('invitation.until')} <Time at={until} /></p>
      <code className="invitation">{link}</code> <CopyButton text={link} label={t('invitation.link')} word />
    </Note>
  );
}
