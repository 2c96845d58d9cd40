import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '@/shared/ui/Segments';
import { addresses } from './addresses';
import type { Message } from './requests/message';

const AS = ['html', 'text'] as const;

/** The message as its reader saw it, on white paper, in a frame in which nothing runs and nothing is loaded from elsewhere. */
export function MessageTab({ message }: { message: Message }) {
  const { t, i18n } = useTranslation('message');
  const [as, setAs] = useState<(typeof AS)[number]>(message.has_html ? 'html' : 'text');
  return (
    <>
      {message.has_html && (
        <div className="part-bar">
          <Segments label={t('body.as')} values={AS} titles={{ html: t('body.html'), text: t('body.text') }} value={as} onChange={setAs} />
          <span className="hint">{t('body.safe')}</span>
        </div>
      )}
      <iframe className="paper" title={t('body.title')} sandbox="" referrerPolicy="no-referrer" src={addresses.render(message.id, as, i18n.language)} />
    </>
  );
}
