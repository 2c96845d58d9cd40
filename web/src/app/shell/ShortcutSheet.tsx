import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentShortcuts } from '@/shared/keys/keys';

/** All keys that do something on the page behind it. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Modal open title={t('keys.title')} footer={null} onCancel={onClose} width={560}>
      {currentShortcuts().map((group) => (
        <section key={group.title} className="keys">
          <h3>{group.title}</h3>
          <dl>
            {group.shortcuts.filter(({ label }) => label !== '').map(({ keys, label }) => (
              <div key={keys}>
                <dt>{keys.split(' ').map((key, i) => <kbd key={i}>{key}</kbd>)}</dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="hint">{t('keys.note')}</p>
    </Modal>
  );
}
