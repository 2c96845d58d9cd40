import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from './addresses';
import type { Message } from './requests/message';

type As = 'html' | 'text';

/** The message as its reader saw it, on white paper, in a frame in which nothing runs and nothing is loaded from elsewhere. */
export function MessageTab({ message }: { message: Message }) {
  const { t } = useTranslation('message');
  const [as, setAs] = useState<As>(message.has_html ? 'html' : 'text');
  return (
    <>
      {message.has_html && (
        <div className="panel-bar">
          <Segmented<As>
            size="small"
            aria-label={t('body.as')}
            value={as}
            onChange={setAs}
            options={(['html', 'text'] as const).map((value) => ({ value, label: t(`body.${value}`) }))}
          />
          <span className="hint">{t('body.safe')}</span>
        </div>
      )}
      <iframe className="paper" title={t('body.title')} sandbox="" referrerPolicy="no-referrer" src={addresses.render(message.id, as)} />
    </>
  );
}
