// npm run gallery: every screen as pictures in dist/gallery, in light, dark, wide and on a phone. Arguments go to Playwright (-g light).
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged, checkout } from './build.mjs';
import { giveUp, run, stopTogether } from './run.mjs';

stopTogether();
const { ok, output } = await buildWhenChanged();
if (!ok) giveUp('The build failed, see above.', output);
rmSync(join(checkout, 'dist', 'gallery'), { recursive: true, force: true });
const playwright = join(checkout, 'node_modules', '@playwright', 'test', 'cli.js');
const shown = await run(process.execPath, [playwright, 'test', '-c', 'e2e/gallery.config.ts', ...process.argv.slice(2)], { cwd: checkout });
console.log(shown.output);
if (!shown.ok) process.exit(1);
