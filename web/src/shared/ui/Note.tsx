import { CheckCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import './note.css';

interface Props {
  kind: 'info' | 'good' | 'warning' | 'error';
  title?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

const signs = { info: InfoCircleOutlined, good: CheckCircleOutlined, warning: WarningOutlined, error: ExclamationCircleOutlined };

/** A line or two that belong to what is below; errors are read out at once. */
export function Note({ kind, title, action, children }: Props) {
  const Sign = signs[kind];
  return (
    <div className={`note note-${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <Sign aria-hidden className="note-sign" />
      <div className="note-text">
        {title !== undefined && <strong>{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
