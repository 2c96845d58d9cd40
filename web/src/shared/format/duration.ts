import { useTranslation } from 'react-i18next';

/** Lengths of time in at most two units: `2 d 14 h`, `41 min`, `12 s`. */
export function useDuration(): (milliseconds: number) => string {
  const { t } = useTranslation('shared');
  return (milliseconds) => {
    const seconds = Math.max(0, Math.round(milliseconds / 1_000));
    const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor((seconds % 86_400) / 3_600), Math.floor((seconds % 3_600) / 60)];
    if (days > 0) {
      return join(t('duration.days', { count: days }), hours > 0 && t('duration.hours', { count: hours }));
    }
    if (hours > 0) {
      return join(t('duration.hours', { count: hours }), minutes > 0 && t('duration.minutes', { count: minutes }));
    }
    return minutes > 1 ? t('duration.minutes', { count: minutes }) : t('duration.seconds', { count: seconds });
  };
}

function join(first: string, second: string | false): string {
  return second === false ? first : `${first} ${second}`;
}
