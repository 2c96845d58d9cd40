import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/schema';
import { useNumbers } from '@/shared/format/numbers';
import { Time } from '@/shared/ui/Time';
import { addresses } from './addresses';
import { Copyable } from './Copyable';
import type { Message } from './requests/message';

/** How the message came: every copy with its envelope. */
export function DeliveryTab({ message }: { message: Message }) {
  const { t } = useTranslation('message');
  return (
    <>
      <p className="hint">{t('delivery.explain', { count: message.sightings.length })}</p>
      {message.sightings.map((sighting) => <Sighting key={sighting.id} id={message.id} sighting={sighting} />)}
    </>
  );
}

function Sighting({ id, sighting }: { id: string; sighting: Schemas['Sighting'] }) {
  const { t } = useTranslation('message');
  const numbers = useNumbers();
  const { envelope } = sighting;
  return (
    <section className="sighting">
      <h3>{t('delivery.copy', { source: sighting.source })} <Time at={sighting.received} style="full" /></h3>
      <dl className="known">
        <Fact name={t('delivery.reverse_path')}>{reversePath(envelope.reverse_path)}</Fact>
        <Fact name={t('delivery.recipients')}>
          {envelope.recipients.length > 0 && <ul className="people">{envelope.recipients.map((one) => <li key={one}><Copyable text={one} /></li>)}</ul>}
        </Fact>
        <Fact name={t('delivery.client')}>{[envelope.client, envelope.helo].filter((part) => part != null).join(' · ')}</Fact>
        <Fact name={t('delivery.protocol')}>{envelope.protocol}</Fact>
        <Fact name={t('delivery.path')}>{sighting.path}</Fact>
        <Fact name={t('evidence.sha256')}><Copyable text={sighting.sha256} code /></Fact>
        <Fact name={t('attachments.size')}>
          {numbers.bytes(sighting.size)} <a href={addresses.sighting(id, sighting.id)} download>{t('delivery.download')}</a>
        </Fact>
      </dl>
    </section>
  );

  function reversePath(path: string | null): string | undefined {
    return path === '' ? t('delivery.null_path') : (path ?? undefined);
  }
}

/** A line of facts; none where nothing is known. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children === undefined || children === null || children === '' || children === false ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
