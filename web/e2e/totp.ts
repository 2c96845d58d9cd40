import { createHmac } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepMillis = 30_000;

/** What an authenticator app shows now for a secret as the console shows it (RFC 6238). */
export function totp(secret: string, now = Date.now()): string {
  const bits = Array.from(secret.replace(/[\s=]/g, '').toUpperCase())
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / stepMillis)));
  const hash = createHmac('sha1', key).update(step).digest();
  const place = hash.readUInt8(hash.length - 1) & 0xf;
  return String((hash.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
