import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '@/shared/format/saveText';
import { CopyButton } from '@/shared/ui/CopyButton';
import { Note } from '@/shared/ui/Note';

/** Recovery codes, shown this once: to be downloaded, and said to be kept, before one goes on. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation(['me', 'shared']);
  const [kept, setKept] = useState(false);
  const text = `${codes.join('\n')}\n`;
  return (
    <div>
      <Note kind="good" title={t('codes.title')}>{t('codes.text', { count: codes.length })}</Note>
      <ul className="codes" aria-label={t('codes.label')}>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      <div className="form-buttons">
        <Button onClick={() => saveText('muniment-recovery-codes.txt', text)}>{t('codes.download')}</Button>
        <CopyButton text={text} label={t('codes.label')} word />
      </div>
      <p><Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>{t('codes.kept')}</Checkbox></p>
      <Button type="primary" disabled={!kept} onClick={onDone}>{t('shared:action.done')}</Button>
      {!kept && <p className="hint">{t('codes.why')}</p>}
    </div>
  );
}
