import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/shared/api/problem';
import { usePreferences } from '@/shared/preferences/store';
import { ProblemNote } from '@/shared/ui/ProblemNote';
import { changeRules, type RuleSettings, rulesQuery } from './requests/rules';

interface Fields {
  monitors: string;
  marker_headers: string;
  separate_send: RuleSettings['separate_send'];
  reason: string;
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Changes what can be set of the rules: with a reason, and an explicit Save. */
export function SettingsForm({ settings }: { settings: RuleSettings }) {
  const { t } = useTranslation(['rules', 'shared']);
  const { language } = usePreferences();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const before: Fields = {
    monitors: settings.monitors.join('\n'),
    marker_headers: settings.marker_headers.join('\n'),
    separate_send: settings.separate_send,
    reason: '',
  };

  const save = async (given: Fields) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const changed = await changeRules({
        monitors: lines(given.monitors),
        marker_headers: lines(given.marker_headers),
        separate_send: given.separate_send,
        reason: given.reason.trim(),
      });
      client.setQueryData(rulesQuery(language).queryKey, changed);
      form.resetFields(['reason']);
      void message.success(t('settings.saved'));
    } catch (failed) {
      if (!(failed instanceof ProblemError) || !named(failed)) {
        setProblem(failed);
      }
    } finally {
      setBusy(false);
    }
  };

  /** Puts each fault where its field is; false if there is none of ours. */
  const named = (failed: ProblemError) => {
    const faulty = (['monitors', 'marker_headers', 'separate_send', 'reason'] as const).flatMap((name) => {
      const faults = failed.errors.filter(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
      return faults.length === 0 ? [] : [{ name, errors: faults.map(({ detail }) => detail ?? failed.detail) }];
    });
    form.setFields(faulty);
    return faulty.length > 0;
  };

  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={before} onFinish={save}>
      {problem !== undefined && <ProblemNote problem={problem} />}
      <Form.Item name="monitors" label={t('settings.monitors')} extra={t('settings.monitors_hint')}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item name="marker_headers" label={t('settings.marker_headers')} extra={t('settings.marker_headers_hint')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="separate_send" label={t('settings.separate_send')} extra={t('settings.separate_send_hint')}>
        <Radio.Group options={(['by_header', 'by_transaction'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('settings.reason')} extra={t('settings.reason_hint')} rules={[{ required: true, whitespace: true, message: t('settings.reason_missing') }]}>
        <Input.TextArea rows={2} maxLength={1_000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>{t('shared:action.save')}</Button>
    </Form>
  );
}
