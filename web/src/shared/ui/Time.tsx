import { formatInstant, formatTime } from '@/shared/format/time';
import { usePreferences } from '@/shared/preferences/store';

interface Props {
  at: string;
  /** `full` has seconds and offset, as evidence needs it. */
  style?: 'minutes' | 'seconds' | 'full';
}

/** A moment in the reader's zone; pointing at it shows it in UTC. */
export function Time({ at, style = 'minutes' }: Props) {
  const { time_zone: zone } = usePreferences();
  const shown = style === 'full' ? formatInstant(at, zone) : formatTime(at, zone, style === 'seconds');
  return <time dateTime={at} title={`${formatTime(at, 'UTC', true)} UTC`} className="time">{shown}</time>;
}
