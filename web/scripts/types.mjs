// Types of the API from its contract: `--write` makes them, without it they are compared and a difference fails.
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const contract = new URL('../../server/src/main/resources/org/muniment/server/api/openapi.yaml', import.meta.url);
const file = new URL('../src/shared/api/types.ts', import.meta.url);
const made = `// Made by "npm run types" from the contract, openapi.yaml; do not edit.\n\n${astToString(await openapi(contract))}`;

if (process.argv.includes('--write')) {
  await writeFile(file, made);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== made) {
  console.error('src/shared/api/types.ts is not what the contract says: run "npm run types" and commit it.');
  process.exit(1);
}
