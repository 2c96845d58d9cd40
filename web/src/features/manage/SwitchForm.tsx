import { Button, Radio } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveSummary } from '@/shared/api/schema';
import { useShortcuts } from '@/shared/keys/keys';

const SwitchDialog = lazy(async () => ({ default: (await import('./SwitchDialog')).SwitchDialog }));

/** Enable or disable, with an explicit Save; what it means is said before anything happens. */
export function SwitchForm({ archive }: { archive: ArchiveSummary }) {
  const { t } = useTranslation(['manage', 'shared']);
  const [wanted, setWanted] = useState(archive.enabled);
  const [saving, setSaving] = useState(false);
  const [same, setSame] = useState(false);
  const save = () => {
    setSame(wanted === archive.enabled);
    setSaving(wanted !== archive.enabled);
  };
  useShortcuts(t('title'), [{ keys: 's', label: t('switch.save'), run: save }]);
  return (
    <>
      <div className="manage-switch">
        <Radio.Group
          aria-label={t('switch.service')}
          value={wanted}
          onChange={(event) => { setWanted(event.target.value as boolean); setSame(false); }}
          options={[{ value: true, label: t('switch.enable') }, { value: false, label: t('switch.disable') }]}
        />
        <Button type="primary" onClick={save}>{t('shared:action.save')}</Button>
      </div>
      {same && <p role="status">{t(archive.enabled ? 'switch.is_on' : 'switch.is_off')}</p>}
      {saving && <Suspense><SwitchDialog archive={archive} enabled={wanted} onClose={() => setSaving(false)} /></Suspense>}
    </>
  );
}
