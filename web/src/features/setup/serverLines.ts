/** Where copies of mail go: our listener, and a domain that only the archive has. */
export interface Place {
  host: string;
  port: number;
  domain: string;
}

/** Every mail once more, to an address whose domain leads to the archive and nowhere else. */
export function mainLines({ host, port, domain }: Place): string {
  return `always_bcc = journal@archive.${domain}\ntransport_maps = inline:{archive.${domain}=archive:[${reachable(host)}]:${port}}\n`;
}

/** A delivery agent of its own, so that the archive's options and queue do not touch other mail. */
export function masterLines(): string {
  return `archive   unix  -       -       n       -       -       smtp
  -o smtp_line_length_limit=0
  -o smtp_connection_cache_on_demand=yes
`;
}

export function exchangeLines({ host, port, domain }: Place): string {
  return `New-SendConnector -Name "Archive" -Custom \`
  -AddressSpaces "archive.${domain}" \`
  -SmartHosts "${reachable(host)}" -Port ${port} -DNSRoutingEnabled $false
New-JournalRule -Name "Archive" -Scope Global -Enabled $true \`
  -JournalEmailAddress "journal-7f3a9c@archive.${domain}"
`;
}

/** A listener on all addresses has no address of its own to write down: the name one sees the console under is one. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? location.hostname : host;
}
