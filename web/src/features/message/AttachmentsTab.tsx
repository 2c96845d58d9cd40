import { WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { addresses } from './addresses';
import type { Message } from './requests/message';

/** The attachments with what they really are. Nothing is opened here: they are downloaded. */
export function AttachmentsTab({ message }: { message: Message }) {
  const { t } = useTranslation('message');
  if (message.attachments.length === 0) {
    return <p className="hint">{t('attachments.none')}</p>;
  }
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="right">{t('attachments.number')}</th>
            <th scope="col">{t('attachments.name')}</th>
            <th scope="col">{t('attachments.type')}</th>
            <th scope="col" className="right">{t('attachments.size')}</th>
            <th scope="col"><span className="visually-hidden">{t('attachments.action')}</span></th>
          </tr>
        </thead>
        <tbody>
          {message.attachments.map((attachment) => <Row key={attachment.number} id={message.id} attachment={attachment} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ id, attachment }: { id: string; attachment: Schemas['Attachment'] }) {
  const { t } = useTranslation('message');
  const numbers = useNumbers();
  const { number, filename, content_type: declared, true_type: real, size } = attachment;
  const name = filename ?? t('attachments.unnamed', { number });
  return (
    <tr>
      <td className="right">{number}</td>
      <td className="wrap">
        <bdi>{name}</bdi>
        {attachment.inline === true && <span className="soft">{t('attachments.inline')}</span>}
      </td>
      <td className="wrap">
        <span>{real ?? declared ?? t('attachments.unknown_type')}</span>
        {attachment.type_differs === true && (
          <div className="differs">
            <WarningOutlined aria-hidden /> {t('attachments.differs', { declared: declared ?? t('attachments.unknown_type') })}
          </div>
        )}
      </td>
      <td className="right number">{size == null ? '' : numbers.bytes(size)}</td>
      <td><a href={addresses.attachment(id, number)} download aria-label={t('attachments.download_name', { name })}>{t('attachments.download')}</a></td>
    </tr>
  );
}
