import { lazy } from 'react';
import type { Parts } from '@/shared/parts/parts';

/** The pieces that features lend each other; each is loaded when it is first shown. */
export const parts: Parts = {
  MessagePane: lazy(async () => ({ default: (await import('@/features/message/MessageView')).MessageView })),
  ExportDialog: lazy(async () => ({ default: (await import('@/features/exports/ExportDialog')).ExportDialog })),
  RulesTab: lazy(async () => ({ default: (await import('@/features/rules/RulesTab')).RulesTab })),
};
