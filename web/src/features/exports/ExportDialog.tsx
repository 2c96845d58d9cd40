import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchZip, visitExports } from '@/shared/exports/visit';
import { useNumbers } from '@/shared/format/numbers';
import type { ExportDialogProps, ExportScope } from '@/shared/parts/parts';
import { CopyButton } from '@/shared/ui/CopyButton';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { createExport, type Export } from './requests/createExport';
import { ZipContents } from './ZipContents';
import './exports.css';

type What = 'ids' | 'run';

/** Asks what goes into the zip, says what will be in it, and starts its download. */
export function ExportDialog({ scope, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['exports', 'shared']);
  const [what, setWhat] = useState<What>(scope.ids.length > 0 ? 'ids' : 'run');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [done, setDone] = useState<Export>();
  const start = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const made = await createExport(what === 'ids' || scope.run === undefined ? { ids: [...scope.ids] } : { search_id: scope.run.id });
      visitExports.add(made);
      fetchZip(made);
      setDone(made);
    } catch (failed) {
      setProblem(failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      // Outside of body it does not lock the page's scrolling, for which it would write styles without a nonce.
      getContainer="#root"
      title={t('title')}
      onCancel={onClose}
      okText={done === undefined ? t('start') : t('again')}
      cancelText={done === undefined ? t('shared:action.cancel') : t('shared:action.close')}
      confirmLoading={busy}
      onOk={() => (done === undefined ? start() : fetchZip(done))}
    >
      {done === undefined ? <Choice scope={scope} what={what} onChange={setWhat} /> : <Done made={done} />}
      {problem !== undefined && <ProblemNote problem={problem} onRetry={start} />}
    </Modal>
  );
}

function Choice({ scope, what, onChange }: { scope: ExportScope; what: What; onChange: (what: What) => void }) {
  const { t } = useTranslation('exports');
  const numbers = useNumbers();
  const chosen = t('ids', { count: scope.ids.length, messages: numbers.count(scope.ids.length) });
  const { run } = scope;
  const all = run && t('run', { count: run.total, messages: numbers.count(run.total), run: run.id });
  return (
    <>
      {scope.ids.length > 0 && all !== undefined ? (
        <Radio.Group
          className="export-what"
          aria-label={t('what')}
          value={what}
          onChange={({ target }) => onChange(target.value as What)}
          options={[{ value: 'ids', label: chosen }, { value: 'run', label: all }]}
        />
      ) : <p className="export-what">{all ?? chosen}</p>}
      <ZipContents />
      <p className="hint">{t('logged')}</p>
    </>
  );
}

function Done({ made }: { made: Export }) {
  const { t } = useTranslation('exports');
  const numbers = useNumbers();
  return (
    <div role="status">
      <p>{t('begun', { count: made.size, messages: numbers.count(made.size) })}</p>
      <p><code>{made.id}</code><CopyButton text={made.id} /></p>
      <p className="hint">{t('within_hour')}</p>
    </div>
  );
}
