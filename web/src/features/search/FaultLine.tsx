import { useTranslation } from 'react-i18next';
import type { DraftFault } from './draft';

const AROUND = 24;

interface Props {
  id: string;
  text: string;
  fault: DraftFault;
  /** Takes the reader to the character. */
  onShow?: (position: number) => void;
}

/** What is wrong, in the server's words, and the character where it is. */
export function FaultLine({ id, text, fault, onShow }: Props) {
  const { t } = useTranslation('search');
  const { position } = fault;
  return (
    <div id={id} role="alert" className="fault">
      <span>{fault.detail}</span>
      {position !== undefined && text !== '' && (
        <>
          <code className="fault-place">
            {position > AROUND && '…'}
            {text.slice(Math.max(0, position - AROUND), position)}
            <mark>{text.slice(position, position + 1) || '␣'}</mark>
            {text.slice(position + 1, position + 1 + AROUND)}
            {text.length > position + 1 + AROUND && '…'}
          </code>
          {onShow && (
            <button type="button" className="plain" onClick={() => onShow(position)}>
              {t('query.show_fault', { position: position + 1 })}
            </button>
          )}
        </>
      )}
    </div>
  );
}
