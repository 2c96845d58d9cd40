/** The name of `Name <address>`, or the address where there is no name; for a list in which there is no room for both. */
export function shortName(mailbox: string): string {
  const name = /^(.*\S)\s*<[^<>]*>$/.exec(mailbox)?.[1] ?? mailbox;
  return /^"(.+)"$/.exec(name)?.[1] ?? name;
}
