// npm start: builds when sources changed, then becomes the server (same process, so signals reach it).
import { launch } from './launch.mjs';

await launch('main.js');
