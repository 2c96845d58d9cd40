import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { ErrorSummary, type FieldError } from '@/shared/ui/ErrorSummary';
import { Note } from '@/shared/ui/Note';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { saveSettings, type Sync, syncQuery, type Trial, trySettings } from '../requests/syncs';
import { type Fields, fieldsOf, settingsOf } from './fields';
import { ReadingFields } from './ReadingFields';
import { ScheduleFields } from './ScheduleFields';
import { ServerFields } from './ServerFields';
import { TrialResult } from './TrialResult';

/** The settings: tried step by step before they are saved, as often as one likes. */
export function LdapForm({ sync }: { sync: Sync }) {
  const { t } = useTranslation('directory');
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState<'test' | 'save'>();
  const [problem, setProblem] = useState<unknown>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [trial, setTrial] = useState<Trial>();
  const [saved, setSaved] = useState(false);

  const perform = async (what: 'test' | 'save') => {
    const given = await form.validateFields().catch(() => undefined);
    if (given === undefined) {
      return;
    }
    setBusy(what);
    setProblem(undefined);
    setErrors([]);
    setTrial(undefined);
    setSaved(false);
    try {
      const settings = settingsOf(given);
      if (what === 'test') {
        setTrial(await trySettings(settings));
      } else {
        client.setQueryData(syncQuery.queryKey, await saveSettings(settings));
        form.setFieldValue('bind_password', '');
        setSaved(true);
      }
    } catch (failed) {
      const faults = failed instanceof ProblemError ? failed.errors : [];
      setErrors(faults.map((fault) => ({ field: fault.pointer.split('/').at(-1), text: fault.detail ?? fault.pointer })));
      setProblem(faults.length === 0 ? failed : undefined);
    } finally {
      setBusy(undefined);
    }
  };

  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={fieldsOf(sync)} onFinish={() => perform('save')} scrollToFirstError={{ focus: true }} className="ldap">
      <p className="soft">{t('ldap.about')}</p>
      <ErrorSummary errors={errors} />
      {problem !== undefined && <ProblemNote problem={problem} />}
      <ServerFields passwordSet={sync.password_set} />
      <ReadingFields />
      <ScheduleFields />
      <div className="form-buttons">
        <Button loading={busy === 'test'} disabled={busy === 'save'} onClick={() => perform('test')}>{t('ldap.test')}</Button>
        <Button type="primary" htmlType="submit" loading={busy === 'save'} disabled={busy === 'test'}>{t('ldap.save')}</Button>
      </div>
      {saved && <Note kind="good" title={t('ldap.saved')} />}
      {trial !== undefined && <TrialResult trial={trial} />}
    </Form>
  );
}
