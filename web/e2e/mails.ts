const people = ['dora', 'emil', 'fatma', 'gao', 'hanna'];
const matters = [
  'Invoice 4711',
  'Contract for the harbour crane',
  'Offer for 12 pallets',
  '框架合同草案',
  'Minutes of Monday',
];
const texts = [
  'Please find the invoice below; it is due in fourteen days.',
  'The contract is ready to be signed. An offer was made before.',
  'We can deliver within three weeks.',
  '请查收本次框架合同的草案，并在周五之前回复。',
  'Everybody was there but the invoice is still missing.',
];

/** A mailbox of that many small mails, some of them Chinese, as an old server would hand it over. */
export function mbox(domain: string, count: number): string {
  return Array.from({ length: count }, (_, i) => mail(domain, i)).join('');
}

function mail(domain: string, i: number): string {
  const from = people[i % people.length];
  const to = people[(i + 1) % people.length];
  const subject = matters[i % matters.length] ?? '';
  const day = String((i % 28) + 1).padStart(2, '0');
  return [
    `From ${from}@${domain} Mon Mar ${day} 10:00:00 2026`,
    `From: ${from} <${from}@${domain}>`,
    `To: ${to} <${to}@${domain}>`,
    `Subject: =?UTF-8?B?${Buffer.from(`${subject} (${i})`).toString('base64')}?=`,
    `Date: ${day} Mar 2026 10:${String(i % 60).padStart(2, '0')}:00 +0100`,
    `Message-ID: <e2e-${i}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    texts[i % texts.length],
    '',
    '',
  ].join('\n');
}
