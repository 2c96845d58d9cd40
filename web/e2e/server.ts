import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const launcher = resolve(import.meta.dirname, '../../muniment');

/** A real server with a home of its own, started as an operator starts it. */
export class Server {
  private constructor(
    private readonly process: ChildProcess,
    readonly home: string,
    readonly url: string,
    readonly smtpPort: number,
    readonly output: () => string,
  ) {}

  static async start(command: 'run' | 'demo' = 'run', home = mkdtempSync(join(tmpdir(), 'muniment-e2e-'))) {
    const child = spawn(launcher, [command], {
      env: { ...process.env, MUNIMENT_HOME: home, MUNIMENT_HTTP_PORT: '0', MUNIMENT_SMTP_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const ready = new Promise<void>((done, failed) => {
      const take = (chunk: Buffer) => {
        output += chunk.toString('utf8');
        // The last line of what it says at the start ends with a line break.
        if (/(Muniment is ready|Ctrl-C\.)[^]*\n$/.test(output)) done();
      };
      child.stdout.on('data', take);
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
      child.on('exit', (code) => failed(new Error(`the server ended with ${code}:\n${output}`)));
    });
    await ready;
    const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (!url) throw new Error(`no address in:\n${output}`);
    const smtp = /SMTP 127\.0\.0\.1:(\d+)/.exec(output)?.[1];
    return new Server(child, home, url, Number(smtp ?? 0), () => output);
  }

  /** What it printed that fits the pattern's first group, as soon as it did. */
  async printed(pattern: RegExp): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const found = pattern.exec(this.output())?.[1];
      if (found) return found;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`nothing like ${pattern} in:\n${this.output()}`);
  }

  /** Delivers a mail by SMTP, as a mail server does. */
  async deliver(mail: string, recipient: string) {
    const socket = connect(this.smtpPort || (await this.smtpNow()), '127.0.0.1');
    const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
    const say = async (line: string | undefined, wanted: string) => {
      if (line !== undefined) socket.write(`${line}\r\n`);
      const answer = String((await answers.next()).value);
      if (!answer.startsWith(wanted)) throw new Error(`SMTP answered: ${answer}`);
    };
    await say(undefined, '220');
    await say('HELO client.example', '250');
    await say('MAIL FROM:<sender@elsewhere.example>', '250');
    await say(`RCPT TO:<${recipient}>`, '250');
    await say('DATA', '354');
    await say(`${mail}.`, '250');
    await say('QUIT', '221');
    socket.destroy();
  }

  /** The listener begins after the set-up, on a port that the status tells. */
  private async smtpNow(): Promise<number> {
    const note = JSON.parse(readFileSync(join(this.home, 'run/server.json'), 'utf8')) as { local_token: string };
    const answer = await fetch(`${this.url}/api/v1/status`, {
      headers: { Authorization: `Local ${note.local_token}` },
    });
    return ((await answer.json()) as { smtp: { port: number } }).smtp.port;
  }

  async stop() {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Calls the API as a program does: with a token. */
export class Api {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async signedIn(server: Server, address: string, password: string) {
    const answer = await fetch(`${server.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ address, password }),
    });
    if (answer.status !== 201) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
    const { token } = (await answer.json()) as { token: string };
    return new Api(server.url, token);
  }

  async call(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }

  /** Archives mails, given as bytes, and returns their ids in order. */
  async archive(mails: Uint8Array[]): Promise<string[]> {
    const started = (await (await this.call('POST', '/imports', {})).json()) as { id: string };
    const answer = await fetch(`${this.url}/api/v1/imports/${started.id}/items`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/vnd.muniment.items' },
      body: new Blob(mails.flatMap((mail, i) => item(mail, i))),
    });
    if (answer.status !== 200) throw new Error(`items answered ${answer.status}: ${await answer.text()}`);
    const { outcomes } = (await answer.json()) as { outcomes: { outcome: string; id: string }[] };
    const counts = { found: mails.length, archived: 0, merged: 0, excluded: 0, failed: 0 };
    for (const { outcome } of outcomes) counts[outcome as keyof typeof counts]++;
    await this.call('POST', `/imports/${started.id}/finish`, counts);
    return outcomes.map((outcome) => outcome.id);
  }

  /** Returns when searches see everything that is archived. */
  async searchable() {
    for (let tries = 0; tries < 200; tries++) {
      const status = (await (await this.call('GET', '/status')).json()) as { balanced: boolean };
      if (status.balanced) return;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error('the index did not catch up');
  }
}

function item(mail: Uint8Array, position: number): BlobPart[] {
  const header = new TextEncoder().encode(
    JSON.stringify({ container_sha256: 'e2'.repeat(32), position: String(position), path: `e2e/${position}.eml` }),
  );
  const lengths = new DataView(new ArrayBuffer(12));
  lengths.setUint32(0, header.length);
  lengths.setBigUint64(4, BigInt(mail.length));
  return [lengths.buffer.slice(0, 4), header, lengths.buffer.slice(4), mail.slice()];
}
