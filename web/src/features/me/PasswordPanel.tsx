import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '@/shared/ui/Note';
import { Panel } from '@/shared/ui/Panel';

const PasswordForm = lazy(async () => ({ default: (await import('./PasswordForm')).PasswordForm }));

/** Changes my password; the form opens when it is wanted. */
export function PasswordPanel() {
  const { t } = useTranslation('me');
  const [state, setState] = useState<'closed' | 'open' | 'changed'>('closed');
  return (
    <Panel title={t('password.title')} actions={state !== 'open' && <Button size="small" onClick={() => setState('open')}>{t('password.change')}</Button>}>
      {state === 'changed' && <Note kind="good" title={t('password.changed')} />}
      {state !== 'open' ? <p className="soft">{t('password.about')}</p> : (
        <Suspense><PasswordForm onChanged={() => setState('changed')} onCancel={() => setState('closed')} /></Suspense>
      )}
    </Panel>
  );
}
