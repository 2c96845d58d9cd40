import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { saveText } from '@/shared/format/saveText';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { planQuery, plansQuery, readTable } from './requests/imports';

const encodings = ['auto', 'utf-8', 'gb18030', 'utf-16'] as const;
const missings = ['left', 'keep'] as const;
/** So many faults are listed; a table that has more of them is wrong as a whole. */
const SHOWN = 50;
const TEMPLATE = '\uFEFFaddress,name,department,aliases,state\r\nwang.li@example.org,Wang Li,Sales/North,wli@example.org,active\r\n';

interface Fields {
  encoding: string;
  missing: string;
}

/** A table from a file: how it is read, and the faults if it cannot be. Nothing changes by reading it. */
export function TableForm({ onRead }: { onRead: (id: string) => void }) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const submit = async ({ encoding, missing }: Fields) => {
    if (file === undefined) {
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const plan = await readTable(file, encoding, missing);
      client.setQueryData(planQuery(plan.id).queryKey, plan);
      void client.invalidateQueries({ queryKey: plansQuery.queryKey, exact: true });
      onRead(plan.id);
    } catch (failed) {
      setProblem(failed);
      setBusy(false);
    }
  };
  const faults = problem instanceof ProblemError ? problem.errors : [];
  return (
    <Form layout="vertical" requiredMark={false} initialValues={{ encoding: 'auto', missing: 'left' }} onFinish={submit} className="table-form">
      {problem !== undefined && faults.length === 0 && <ProblemNote problem={problem} />}
      {faults.length > 0 && (
        <Note kind="error" title={t('table.faults', { count: faults.length })}>
          <ul className="faults">{faults.slice(0, SHOWN).map((fault, index) => <li key={index}>{fault.detail ?? fault.pointer}</li>)}</ul>
        </Note>
      )}
      <Form.Item label={t('table.file')} htmlFor="table-file" extra={t('table.columns')}>
        <input id="table-file" type="file" accept=".csv,text/csv,text/plain" onChange={(event) => setFile(event.target.files?.[0])} />
      </Form.Item>
      <Form.Item name="encoding" label={t('table.encoding')}>
        <Select options={encodings.map((value) => ({ value, label: t(`table.encoding_${value}`) }))} />
      </Form.Item>
      <Form.Item name="missing" label={t('table.missing')}>
        <Radio.Group className="choices" options={missings.map((value) => ({ value, label: t(`table.missing_${value}`) }))} />
      </Form.Item>
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={busy} disabled={file === undefined}>{t('table.read')}</Button>
        <Button type="link" onClick={() => saveText('accounts.csv', TEMPLATE, 'text/csv;charset=utf-8')}>{t('table.template')}</Button>
      </div>
      <p className="hint">{t(file === undefined ? 'table.choose_first' : 'table.nothing_yet')}</p>
    </Form>
  );
}
