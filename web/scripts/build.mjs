// Builds the console, unless nothing of it changed since it was built.
import { spawnSync } from 'node:child_process';
import { changedAt, sources } from './sources.mjs';

if (Math.max(...sources.map(changedAt)) > changedAt('target/classes/org/muniment/web/index.html')) {
  const npm = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(npm.status ?? 1);
}
