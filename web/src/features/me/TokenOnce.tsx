import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Note } from '@/shared/ui/Note';

/** A new token, shown this once. */
export function TokenOnce({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation(['me', 'shared']);
  return (
    <Note kind="good" title={t('tokens.once')} action={<Button size="small" onClick={onDone}>{t('shared:action.done')}</Button>}>
      <code className="secret">{token}</code> <CopyButton text={token} label={t('tokens.token')} word />
    </Note>
  );
}
