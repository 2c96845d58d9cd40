// Installs what package-lock.json names, if it changed since the last time.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`The console is built with Node 20 or newer, and this is ${process.version}: install a newer one.`);
  process.exit(1);
}

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed('package-lock.json') > changed('node_modules/.package-lock.json')) {
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(npm.status ?? 1);
}
