import { CopyButton } from '@/shared/ui/CopyButton';

/** Text with a button that copies it. */
export function Copyable({ text, code = false }: { text: string; code?: boolean }) {
  return <span className={code ? 'copyable-code' : undefined}>{text}<CopyButton text={text} /></span>;
}
