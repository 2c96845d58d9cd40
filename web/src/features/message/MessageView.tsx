import { CloseOutlined, DownloadOutlined, ExportOutlined, LinkOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MessagePaneProps } from '@/shared/parts/parts';
import { copyText } from '@/shared/ui/CopyButton';
import { addresses } from './addresses';
import { AttachmentsTab } from './AttachmentsTab';
import { DeliveryTab } from './DeliveryTab';
import { EvidenceTab } from './EvidenceTab';
import { HeadersTab } from './HeadersTab';
import { Loaded } from './Loaded';
import { MessageHead } from './MessageHead';
import { MessageTab } from './MessageTab';
import { type Message, messageQuery } from './requests/message';
import { SourceTab } from './SourceTab';
import { type TabName, TABS, tabOf } from './tabs';
import { Tabs } from './Tabs';
import { useMessageKeys } from './useMessageKeys';
import './message.css';

/** One archived message, in a pane or on its page. */
export function MessageView(props: MessagePaneProps) {
  const query = useQuery(messageQuery(props.id));
  useMessageKeys(props.onTab);
  return (
    <article className="message">
      <Loaded query={query}>{(message) => <Opened key={message.id} message={message} {...props} />}</Loaded>
    </article>
  );
}

function Opened({ message, tab, onTab, onClose, onExport }: MessagePaneProps & { message: Message }) {
  const { t } = useTranslation('message');
  const open = tabOf(tab);
  const titles: Record<TabName, string> = {
    message: t('tab.message'), headers: t('tab.headers'), source: t('tab.source'),
    attachments: t('tab.attachments', { count: message.attachments.length }),
    delivery: t('tab.delivery'), evidence: t('tab.evidence'),
  };
  return (
    <>
      <header className="message-head">
        <div className="message-title">
          <h2>{message.subject === '' ? t('head.no_subject') : message.subject}</h2>
          <Actions message={message} onClose={onClose} onExport={onExport} />
        </div>
        <MessageHead message={message} brief={onClose !== undefined} />
      </header>
      <Tabs label={t('tab.label')} names={TABS} titles={titles} open={open} onOpen={onTab}>
        <Panel name={open} message={message} />
      </Tabs>
    </>
  );
}

function Panel({ name, message }: { name: TabName; message: Message }) {
  switch (name) {
    case 'message': return <MessageTab message={message} />;
    case 'headers': return <HeadersTab id={message.id} />;
    case 'source': return <SourceTab message={message} />;
    case 'attachments': return <AttachmentsTab message={message} />;
    case 'delivery': return <DeliveryTab message={message} />;
    case 'evidence': return <EvidenceTab id={message.id} />;
  }
}

type ActionsProps = { message: Message; onClose: (() => void) | undefined; onExport: () => void };

function Actions({ message, onClose, onExport }: ActionsProps) {
  const { t } = useTranslation(['message', 'shared']);
  const app = App.useApp();
  const copy = async () => {
    await copyText(`${location.origin}/messages/${message.id}`);
    void app.message.success(t('action.link_copied'));
  };
  return (
    <div className="message-actions">
      <Button size="small" icon={<DownloadOutlined aria-hidden />} href={addresses.raw(message.id)} download title={t('action.download_hint')}>{t('action.download')}</Button>
      <Button size="small" icon={<ExportOutlined aria-hidden />} onClick={onExport}>{t('action.export')}</Button>
      <Button size="small" icon={<LinkOutlined aria-hidden />} onClick={copy}>{t('action.copy_link')}</Button>
      {onClose && <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('shared:action.close')} onClick={onClose} />}
    </div>
  );
}
