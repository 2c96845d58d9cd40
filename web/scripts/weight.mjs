// What a first visit loads, gzipped: the entry, the words, the page one lands on and the shell around it. More than the
// budget for any page fails the build.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGET = 350_000;
const out = new URL('../target/classes/org/muniment/web/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', out), 'utf8'));

async function size(file) {
  return gzipSync(await readFile(new URL(file, out))).length;
}

/** Every file that comes with an entry of the manifest. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) {
    return [];
  }
  seen.add(key);
  const chunk = manifest[key];
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((next) => filesOf(next, seen))];
}

async function total(files) {
  const sizes = await Promise.all([...new Set(files)].map(size));
  return sizes.reduce((sum, one) => sum + one, 0);
}

const always = [...filesOf('index.html'), ...filesOf('src/app/catalogues/zh.ts')];
const shell = filesOf('src/app/SignedIn.tsx');
/** Pages for people who are not signed in stand alone. */
const alone = /\/(signin|setup)\/|\/EnrolPage\./;
const pages = Object.keys(manifest).filter((key) => /^src\/features\/\w+\/\w+Page\.tsx$/.test(key));
/** The words of a page come with its first visit; Chinese ones are the heavier. */
const wordsOf = (page) => filesOf(page.replace(/\/\w+\.tsx$/, '/zh.json'));
const weights = await Promise.all(pages.map(async (page) => ({ page, bytes: await total([...always, ...(alone.test(page) ? [] : shell), ...filesOf(page), ...wordsOf(page)]) })));
weights.sort((a, b) => b.bytes - a.bytes);
const [heaviest] = weights;
if (process.argv.includes('--all')) {
  weights.forEach(({ page, bytes }) => console.log(`${(bytes / 1000).toFixed(0).padStart(5)} kB  ${page}`));
}
if (heaviest.bytes > BUDGET) {
  console.error(`A first load of ${(heaviest.bytes / 1000).toFixed(0)} kB (${heaviest.page}) is more than ${BUDGET / 1000} kB.`);
  process.exit(1);
}
