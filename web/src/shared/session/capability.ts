import { useTranslation } from 'react-i18next';
import type words from '../en.json';

type Known = keyof typeof words.capability;

/** What a capability such as `messages:read` lets one do, in words; one that this console does not know yet stays as it is. */
export function useCapabilityWords(): (capability: string) => string {
  const { t } = useTranslation('shared');
  return (capability) => t(`capability.${capability.replaceAll(':', '_') as Known}`, { defaultValue: capability });
}
