import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Note } from '@/shared/ui/Note';
import { question } from './reauthentication';
import { signOut } from './signOut';

/** For who has nothing here that proves it, as after single sign-on: only signing in anew does. */
export function NoProof() {
  const { t } = useTranslation('shared');
  const { message } = App.useApp();
  const back = `/signin?to=${encodeURIComponent(location.pathname + location.search)}`;
  const leave = () => void signOut().then(() => location.assign(back), () => message.error(t('reauth.sign_out_failed')));
  return (
    <>
      <Note kind="info" title={t('reauth.none')}>{t('reauth.none_text')}</Note>
      <div className="dialog-buttons">
        <Button onClick={() => question.answer(false)}>{t('action.cancel')}</Button>
        <Button type="primary" onClick={leave}>{t('reauth.sign_out')}</Button>
      </div>
    </>
  );
}
