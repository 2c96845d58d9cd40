import type { Schemas } from '@/shared/api/schema';
import type { Message } from './requests/message';

/** Recipients of any copy's envelope that no field of the message names: blind copies, lists, aliases. */
export function envelopeOnly(message: Pick<Message, 'to' | 'cc' | 'bcc' | 'sightings'>): Schemas['Mailbox'][] {
  const named = new Set([...message.to, ...message.cc, ...message.bcc].map(({ address }) => address.toLowerCase()));
  const others = new Map<string, string>();
  for (const address of message.sightings.flatMap(({ envelope }) => envelope.recipients)) {
    if (!named.has(address.toLowerCase()) && !others.has(address.toLowerCase())) {
      others.set(address.toLowerCase(), address);
    }
  }
  return [...others.values()].map((address) => ({ name: null, address }));
}
