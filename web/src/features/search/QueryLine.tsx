import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useShortcuts } from '@/shared/keys/keys';
import { isComposing } from './composing';
import type { DraftFault } from './draft';
import { FaultLine } from './FaultLine';

interface Props {
  line: string;
  fault: DraftFault | undefined;
  busy: boolean;
  onType: (line: string) => void;
}

/** The search as one line of text, with its button and, below it, what is wrong with it. */
export function QueryLine({ line, fault, busy, onType }: Props) {
  const { t } = useTranslation('search');
  const input = useRef<InputRef>(null);
  const asked = (useLocation().state as { focus?: string } | null)?.focus === 'query';
  const focus = () => input.current?.focus({ cursor: 'all' });
  useShortcuts(t('keys.group'), [{ keys: '/', label: t('keys.query'), run: focus }]);
  useEffect(() => {
    if (asked) {
      // After the heading of the page has had its turn.
      const timer = setTimeout(focus);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [asked]);
  const show = (position: number) => {
    input.current?.focus();
    input.current?.setSelectionRange(position, Math.min(position + 1, line.length));
  };
  return (
    <div className="query">
      <div className="query-line">
        <Input
          ref={input}
          prefix={<SearchOutlined aria-hidden />}
          value={line}
          maxLength={40_000}
          spellCheck={false}
          autoComplete="off"
          aria-label={t('query.label')}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : 'query-fault'}
          placeholder={t('query.placeholder')}
          {...(fault && { status: 'error' as const })}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposing(event.nativeEvent)) {
              event.preventDefault();
            } else if (event.key === 'Escape') {
              input.current?.blur();
            }
          }}
        />
        <Button type="primary" htmlType="submit" loading={busy}>{t('query.run')}</Button>
      </div>
      {fault !== undefined && <FaultLine id="query-fault" text={line} fault={fault} onShow={show} />}
    </div>
  );
}
