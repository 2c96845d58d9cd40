// Lint, types, contract and tests, unless nothing changed since they last passed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { changedAt, sources } from './sources.mjs';

const stamp = 'target/.checked';
const contract = '../server/src/main/resources/org/muniment/server/api/openapi.yaml';
const begun = new Date();

if (Math.max(...[...sources, 'test', 'eslint.config.js', contract].map(changedAt)) > changedAt(stamp)) {
  const npm = spawnSync('npm', ['run', '--silent', 'check'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    process.exit(npm.status ?? 1);
  }
  mkdirSync('target', { recursive: true });
  writeFileSync(stamp, `${begun.toISOString()}\n`);
}
