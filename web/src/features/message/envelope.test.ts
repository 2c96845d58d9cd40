import { describe, expect, it } from 'vitest';
import { envelopeOnly } from './envelope';

const sighting = (...recipients: string[]) =>
  ({ id: 'msg_a-1', source: 'smtp', received: '', size: 1, sha256: '', envelope: { reverse_path: null, recipients } });

describe('envelopeOnly', () => {
  it('names whom only the envelope names, once, over all copies', () => {
    const message = {
      to: [{ name: 'Paula', address: 'paula@example.org' }], cc: [], bcc: [{ name: null, address: 'ben@example.org' }],
      sightings: [sighting('PAULA@example.org', 'secret@example.org'), sighting('ben@example.org', 'Secret@Example.org')],
    };
    expect(envelopeOnly(message)).toEqual([{ name: null, address: 'secret@example.org' }]);
  });
});
