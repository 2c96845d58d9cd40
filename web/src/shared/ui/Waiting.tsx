import { useLate } from '@/shared/hooks/useLate';

/** Grey lines of the height that comes; nothing at all for what loads at once. */
export function Waiting({ lines, lineHeight = 22 }: { lines: number; lineHeight?: number }) {
  const late = useLate(true);
  return (
    <div aria-busy="true" style={{ height: lines * lineHeight }}>
      {late && Array.from({ length: lines }, (_, index) => <span key={index} className="skeleton" style={{ width: `${85 - (index % 3) * 15}%` }} />)}
    </div>
  );
}
