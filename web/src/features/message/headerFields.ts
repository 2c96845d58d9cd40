export interface HeaderField {
  name: string;
  /** Unfolded. */
  value: string;
}

/** One station on the way of a message, as its Received field tells it (RFC 5321 section 4.4). */
export interface Hop {
  from: string | undefined;
  by: string | undefined;
  with: string | undefined;
  /** Milliseconds since 1970; missing if the field has no date that can be read. */
  at: number | undefined;
  /** Milliseconds since the station before; negative where clocks disagree. */
  delay: number | undefined;
}

const MOST_HOPS = 100;
const MOST_CHARACTERS = 4_000;

/** The fields of a header section in their order; lines that are none are left out. */
export function fieldsOf(section: string): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const line of section.split(/\r?\n/)) {
    const last = fields.at(-1);
    const found = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:(.*)$/.exec(line);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.value += ` ${line.trim()}`;
    } else if (found !== null) {
      fields.push({ name: found[1] ?? '', value: (found[2] ?? '').trim() });
    }
  }
  return fields;
}

/** The way of the message, oldest station first. Whoever sent it can have written any of it except the last. */
export function hopsOf(fields: readonly HeaderField[]): Hop[] {
  const received = fields.filter(({ name }) => name.toLowerCase() === 'received').slice(0, MOST_HOPS).reverse();
  const hops: Hop[] = [];
  for (const { value } of received) {
    const hop = hopOf(value);
    const before = hops.findLast(({ at }) => at !== undefined)?.at;
    hops.push({ ...hop, delay: hop.at === undefined || before === undefined ? undefined : hop.at - before });
  }
  return hops;
}

function hopOf(value: string): Omit<Hop, 'delay'> {
  const cut = value.lastIndexOf(';');
  const [way, date] = cut < 0 ? [value, ''] : [value.slice(0, cut), value.slice(cut + 1)];
  return { from: clause(way, 'from'), by: clause(way, 'by'), with: clause(way, 'with'), at: dateOf(date) };
}

/** What follows the word outside of comments, with the comment behind it, which for `from` holds the real address. */
function clause(way: string, word: string): string | undefined {
  const tokens = way.slice(0, MOST_CHARACTERS).match(/\([^()]*\)|[^\s()]+/g) ?? [];
  const at = tokens.findIndex((token) => token.toLowerCase() === word);
  const [value, comment] = at < 0 ? [] : [tokens[at + 1], tokens[at + 2]];
  return comment?.startsWith('(') ? `${value ?? ''} ${comment}` : value;
}

function dateOf(text: string): number | undefined {
  const at = Date.parse(text.replace(/\([^()]*\)/g, ' ').trim());
  return Number.isNaN(at) ? undefined : at;
}
