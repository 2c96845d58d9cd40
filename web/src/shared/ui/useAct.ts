import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useComplaint } from './useComplaint';

/** An act that is asked about first. */
export interface Act {
  title: string;
  /** The effect, in words. */
  text: string;
  yes: string;
  run: () => Promise<unknown>;
  /** What is out of date afterwards. */
  changes: readonly (readonly unknown[])[];
}

/** Asks whether something is meant, does it, and says it when the server refused. */
export function useAct(): (act: Act) => void {
  const { t } = useTranslation('shared');
  const { modal } = App.useApp();
  const complain = useComplaint();
  const client = useQueryClient();
  return ({ title, text, yes, run, changes }) => {
    const perform = async () => {
      try {
        await run();
      } catch (failed) {
        complain(failed);
      }
      await Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
    };
    void modal.confirm({
      title, content: text, okText: yes, cancelText: t('action.cancel'), focusable: { autoFocusButton: 'cancel' }, icon: null,
      // Closes at once: the question for a fresh proof may follow, and lies over the page alone.
      onOk: () => void perform(),
    });
  };
}
