import { useNumbers } from '@/shared/format/numbers';
import './progress.css';

interface Props {
  /** What is progressing, for those who cannot see it. */
  label: string;
  done: number;
  total: number;
}

/** How much of a whole is done: a bar and a share in words. */
export function Progress({ label, done, total }: Props) {
  const numbers = useNumbers();
  const share = total === 0 ? 1 : Math.min(1, done / total);
  // Never "100 %" before the end.
  const shown = numbers.percent(share === 1 ? 1 : Math.floor(share * 100) / 100);
  return (
    <span className="progress">
      <span className="progress-bar" role="progressbar" aria-label={label} aria-valuenow={Math.floor(share * 100)} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ width: `${share * 100}%` }} />
      </span>
      <span className="number">{shown}</span>
    </span>
  );
}
