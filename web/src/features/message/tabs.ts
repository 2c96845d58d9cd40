export const TABS = ['message', 'headers', 'source', 'attachments', 'delivery', 'evidence'] as const;
export type TabName = (typeof TABS)[number];

/** The tab that the URL names; the message itself if it names none. */
export function tabOf(name: string | null): TabName {
  return TABS.find((tab) => tab === name) ?? 'message';
}
