import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  text: string;
  /** What is copied, for those who cannot see it. */
  label?: string;
  /** With the word "Copy" beside the sign. */
  word?: boolean;
}

/** Copies a text and says so for two seconds. */
export function CopyButton({ text, label, word = false }: Props) {
  const { t } = useTranslation('shared');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return;
    }
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const said = t(copied ? 'action.copied' : 'action.copy');
  return (
    <Button
      type="text"
      size="small"
      icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      aria-label={label === undefined ? said : `${said}: ${label}`}
      onClick={() => void copyText(text).then(() => setCopied(true))}
    >
      {word ? said : null}
    </Button>
  );
}

/** Also where the page has no right to the clipboard, as over plain HTTP. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text);
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a secure context
  document.execCommand('copy');
  area.remove();
}
