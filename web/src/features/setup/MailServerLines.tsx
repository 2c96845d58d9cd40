import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '@/shared/api/schema';
import { CopyButton } from '@/shared/ui/CopyButton';
import { exchangeLines, mainLines, masterLines } from './serverLines';

const RELOAD = 'postfix reload';
const SETTINGS = ['MUNIMENT_BIND', 'MUNIMENT_SMTP_NETWORKS'];

type Server = 'postfix' | 'exchange';

interface Props {
  smtp: Status['smtp'];
  domain: string;
}

/** What to write into the mail server, ready to be copied. */
export function MailServerLines({ smtp, domain }: Props) {
  const { t } = useTranslation('setup');
  const [server, setServer] = useState<Server>('postfix');
  const place = { host: smtp.address, port: smtp.port, domain };
  return (
    <section className="server-lines">
      <Segmented<Server>
        aria-label={t('source.server')}
        value={server}
        onChange={setServer}
        options={[{ value: 'postfix', label: t('source.postfix') }, { value: 'exchange', label: t('source.exchange') }]}
      />
      {server === 'postfix' ? (
        <>
          <Lines name="/etc/postfix/main.cf" text={mainLines(place)} />
          <Lines name="/etc/postfix/master.cf" text={masterLines()} />
          <p className="hint">{t('source.postfix_reload')} <code>{RELOAD}</code></p>
          <p className="hint">{t('source.postfix_bcc')}</p>
        </>
      ) : (
        <>
          <ol className="exchange">
            <li>{t('source.exchange_address', { address: `journal-7f3a9c@archive.${domain}` })}</li>
            <li>{t('source.exchange_connector', { domain: `archive.${domain}`, port: smtp.port })}</li>
            <li>{t('source.exchange_rule')}</li>
            <li>{t('source.exchange_network')}</li>
          </ol>
          <Lines name="Exchange Management Shell" text={exchangeLines(place)} />
        </>
      )}
      {isLoopback(smtp.address) && <p className="hint">{t('source.loopback')} {SETTINGS.map((name) => <code key={name}>{name} </code>)}</p>}
    </section>
  );
}

function Lines({ name, text }: { name: string; text: string }) {
  return (
    <figure className="lines-figure">
      <figcaption><code>{name}</code><CopyButton text={text} label={name} word /></figcaption>
      <pre className="lines" tabIndex={0}>{text}</pre>
    </figure>
  );
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === 'localhost';
}
