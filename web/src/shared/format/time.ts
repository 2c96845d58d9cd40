const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric', month: '2-digit', day: '2-digit',
      hour: '2-digit', minute: '2-digit', second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    });
    formats.set(zone, format);
  }
  return format;
}

function partsIn(instant: string | Date, zone: string): Record<string, string> {
  return Object.fromEntries(formatIn(zone).formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** The day in the zone: `2026-03-02`. */
export function formatDay(instant: string | Date, zone: string): string {
  const parts = partsIn(instant, zone);
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
}

/** Day and time of the day in the zone: `2026-03-02 17:04`, with seconds if asked for. */
export function formatTime(instant: string | Date, zone: string, seconds = false): string {
  const parts = partsIn(instant, zone);
  const clock = `${parts.hour ?? ''}:${parts.minute ?? ''}${seconds ? `:${parts.second ?? ''}` : ''}`;
  return `${formatDay(instant, zone)} ${clock}`;
}

/** As evidence needs it: `2026-03-02 17:04:11 +08:00`. */
export function formatInstant(instant: string | Date, zone: string): string {
  return `${formatTime(instant, zone, true)} ${offset(instant, zone)}`;
}

/** How far the zone is from UTC at that moment: `+08:00`. */
export function offset(instant: string | Date, zone: string): string {
  const named = partsIn(instant, zone).timeZoneName ?? 'GMT';
  return named === 'GMT' ? '+00:00' : named.slice(3);
}
