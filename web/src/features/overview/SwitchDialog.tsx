import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { archiveQuery } from '@/shared/api/archive';
import { ProblemError } from '@/shared/api/problem';
import type { ArchiveSummary } from '@/shared/api/schema';
import { statusQuery } from '@/shared/api/status';
import { useDuration } from '@/shared/format/duration';
import { useNumbers } from '@/shared/format/numbers';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { switchArchive } from './switchArchive';

interface Fields {
  enabled: boolean;
  reason: string;
}

/** Turns archiving on or off: the effect in words and numbers, a reason, and an explicit Save. */
export function SwitchDialog({ archive, onClose }: { archive: ArchiveSummary; onClose: () => void }) {
  const { t } = useTranslation(['overview', 'shared']);
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const enabled = (Form.useWatch('enabled', form) as boolean | undefined) ?? archive.enabled;

  const save = async (given: Fields) => {
    setBusy(true);
    setProblem(undefined);
    try {
      client.setQueryData(archiveQuery.queryKey, await switchArchive(given.enabled, given.reason.trim()));
      void client.invalidateQueries({ queryKey: ['archive'] });
      onClose();
    } catch (failed) {
      const fault = failed instanceof ProblemError ? failed.at('/reason') : undefined;
      if (fault === undefined) {
        setProblem(failed);
      } else {
        form.setFields([{ name: 'reason', errors: [fault.detail ?? (failed as ProblemError).detail] }]);
      }
      setBusy(false);
    }
  };

  const footer = (
    <>
      <Button onClick={onClose}>{t('shared:action.cancel')}</Button>
      <Button type="primary" danger={archive.enabled && !enabled} loading={busy} onClick={() => form.submit()}>{t('shared:action.save')}</Button>
    </>
  );
  return (
    <Modal open title={t('switch.title')} onCancel={onClose} footer={footer} width={560}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ enabled: archive.enabled, reason: '' }} onFinish={save}>
        {problem !== undefined && <ProblemNote problem={problem} />}
        <Form.Item
          name="enabled"
          label={t('switch.service')}
          rules={[{ validator: (_, given: boolean) => (given === archive.enabled ? Promise.reject(new Error(t(given ? 'switch.is_on' : 'switch.is_off'))) : Promise.resolve()) }]}
        >
          <Radio.Group options={[{ value: true, label: t('switch.enable') }, { value: false, label: t('switch.disable') }]} />
        </Form.Item>
        <Effect archive={archive} enabled={enabled} />
        <Form.Item name="reason" label={t('switch.reason')} extra={t('switch.reason_hint')} rules={[{ required: true, whitespace: true, message: t('switch.reason_missing') }]}>
          <Input.TextArea rows={2} maxLength={1_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What will be different from the moment it is saved. */
function Effect({ archive, enabled }: { archive: ArchiveSummary; enabled: boolean }) {
  const { t } = useTranslation('overview');
  const numbers = useNumbers();
  const duration = useDuration();
  const status = useQuery(statusQuery);
  const [opened] = useState(() => Date.now());
  if (enabled === archive.enabled) {
    return null;
  }
  const messages = status.data?.counts.archived ?? 0;
  return (
    <div className="effect" aria-live="polite">
      {enabled ? (
        <>
          <p>{t('switch.effect_on', { years: archive.retention_years ?? 5 })}</p>
          {archive.last_closed !== null && <p>{t('switch.effect_gap', { duration: duration(opened - Date.parse(archive.last_closed)) })}</p>}
        </>
      ) : (
        <>
          <p>{t('switch.effect_off')}</p>
          <p>{t('switch.effect_stays', { count: messages, messages: numbers.count(messages) })}</p>
        </>
      )}
    </div>
  );
}
