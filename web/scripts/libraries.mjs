// Installs what package-lock.json names, if it changed since the last time.
import { spawnSync } from 'node:child_process';
import { changedAt } from './sources.mjs';

if (changedAt('package-lock.json') > changedAt('node_modules/.package-lock.json')) {
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(npm.status ?? 1);
}
