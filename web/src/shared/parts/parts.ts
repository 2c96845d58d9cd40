import { type ComponentType, createContext, useContext } from 'react';

export interface MessagePaneProps {
  id: string;
  /** The open tab; the first if there is none of that name. */
  tab: string | null;
  onTab: (tab: string) => void;
  /** Undefined where there is nothing to close. */
  onClose?: () => void;
  onExport: () => void;
}

/** What is exported: chosen messages, and all that a search run found. One of them at least. */
export interface ExportScope {
  ids: readonly string[];
  run?: { id: string; total: number };
}

export interface ExportDialogProps {
  scope: ExportScope;
  onClose: () => void;
}

/** Pieces of one feature that pages of another show. The app joins them, so that no feature imports another. */
export interface Parts {
  MessagePane: ComponentType<MessagePaneProps>;
  ExportDialog: ComponentType<ExportDialogProps>;
  RulesTab: ComponentType;
}

export const PartsContext = createContext<Parts | undefined>(undefined);

export function useParts(): Parts {
  const parts = useContext(PartsContext);
  if (parts === undefined) {
    throw new Error('useParts is for pages inside the shell');
  }
  return parts;
}
