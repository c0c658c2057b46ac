// npm run polku -- <command>: builds when sources changed, then becomes the command line.
import { launch } from './launch.mjs';

await launch('polku.js');
