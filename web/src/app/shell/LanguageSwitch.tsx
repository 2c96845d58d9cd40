import { LanguageButton } from '@/shared/ui/LanguageButton';
import { useChange } from './useChange';

/** The language of the console, remembered for the person. */
export function LanguageSwitch() {
  const change = useChange();
  return <LanguageButton onChange={(language) => change({ language })} />;
}
