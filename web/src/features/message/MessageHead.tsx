import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import { envelopeOnly } from './envelope';
import { People } from './People';
import type { Message } from './requests/message';

/** Who wrote what to whom and when, and what the archive adds to it. */
export function MessageHead({ message, brief }: { message: Message; brief: boolean }) {
  const { t } = useTranslation('message');
  const [all, setAll] = useState(!brief);
  return (
    <>
      <dl className={all ? 'head' : 'head head-brief'}>
        <People label={t('head.from')} people={message.from} />
        {all && <People label={t('head.sender')} people={message.sender ?? []} />}
        <People label={t('head.to')} people={message.to} />
        {all && <Others message={message} />}
        <div className="head-field">
          <dt>{t('head.sent')}</dt>
          <dd><Sent message={message} /></dd>
        </div>
        {all && <Kept message={message} />}
        {message.defects.length > 0 && <Defects defects={message.defects} />}
      </dl>
      {brief && <button type="button" className="plain head-all" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'head.less' : 'head.all')}</button>}
    </>
  );
}

function Others({ message }: { message: Message }) {
  const { t } = useTranslation('message');
  return (
    <>
      <People label={t('head.cc')} people={message.cc} />
      <People label={t('head.bcc')} people={message.bcc} />
      <People label={t('head.envelope')} people={envelopeOnly(message)} />
      <People label={t('head.reply_to')} people={message.reply_to ?? []} />
    </>
  );
}

function Sent({ message }: { message: Message }) {
  const { t } = useTranslation('message');
  const sender = senderTime(message.date);
  return (
    <>
      <Time at={message.sent} style="full" />
      {sender !== undefined && <span className="soft">{t('head.sender_time', { time: sender })}</span>}
    </>
  );
}

function Kept({ message }: { message: Message }) {
  const { t } = useTranslation('message');
  const numbers = useNumbers();
  const source = [...new Set(message.sightings.map((sighting) => sighting.source))].join(', ');
  return (
    <div className="head-field">
      <dt>{t('head.archived')}</dt>
      <dd>
        <Time at={message.archived} style="full" />
        <span className="soft">{t('head.facts', { size: numbers.bytes(message.size), source })}</span>
        <span className="soft">{t('head.kept_until', { day: message.kept_until })}</span>
      </dd>
    </div>
  );
}

function Defects({ defects }: Pick<Message, 'defects'>) {
  const { t } = useTranslation('message');
  return (
    <div className="head-field defects">
      <dt>{t('head.defects')}</dt>
      <dd><ul>{defects.map((defect, at) => <li key={at}><code>{defect.kind}</code> {defect.detail}</li>)}</ul></dd>
    </div>
  );
}

/** The Date field as the sender's clock said it, with her offset; as written if it is no such time. */
function senderTime(date: string | null | undefined): string | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/.exec(date ?? '');
  if (date === null || date === undefined || date === '') {
    return undefined;
  }
  return found === null ? date : `${found[1] ?? ''} ${found[2] ?? ''} ${found[3] === 'Z' ? '+00:00' : (found[3] ?? '')}`;
}
