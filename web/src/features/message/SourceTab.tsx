import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { addresses } from './addresses';
import { Loaded } from './Loaded';
import type { Message } from './requests/message';
import { SHOWN_BYTES, sourceQuery } from './requests/source';

/** The original as it came, as far as it can be shown. */
export function SourceTab({ message }: { message: Message }) {
  const { t } = useTranslation('message');
  const numbers = useNumbers();
  const query = useQuery(sourceQuery(message.id));
  const part = message.size > SHOWN_BYTES;
  return (
    <>
      <div className="part-bar">
        <a href={addresses.raw(message.id)} download>{t('action.download_size', { size: numbers.bytes(message.size) })}</a>
        {part && <span className="hint">{t('source.part', { shown: numbers.bytes(SHOWN_BYTES), size: numbers.bytes(message.size) })}</span>}
      </div>
      <Loaded query={query}>{(text) => <pre className="source source-whole" tabIndex={0} aria-label={t('tab.source')}>{text}</pre>}</Loaded>
    </>
  );
}
