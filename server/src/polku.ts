import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { createAdmin } from './create-admin.js';
import { pathwayDiagram } from './pathway-diagram.js';
import { StartError } from './platform/config/index.js';

const USAGE = `Usage: npm run polku -- COMMAND

  create-admin --organisation NAME --slug SLUG --name NAME --email ADDRESS
               [--language en|pl|el|sv|fi] [--time-zone ZONE]
      Makes an organisation with its pathway, and its first administrator.
      The password is read from standard input, or made and shown once.

  pathway-diagram [--organisation SLUG] [--language en|pl|el|sv|fi]
      Prints the pathway of an organisation as a Mermaid diagram; without one
      that of the template.`;

const COMMANDS = new Map([
  ['create-admin', runCreateAdmin],
  ['pathway-diagram', runPathwayDiagram],
]);

try {
  await run(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof StartError || (error instanceof Error && ['MigrationError', 'TypeError'].includes(error.name));
  process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}

async function run([command, ...args]: readonly string[]): Promise<void> {
  const known = COMMANDS.get(command ?? '');
  if (known) return known(args);
  process.stdout.write(`${USAGE}\n`);
  if (command !== undefined && command !== 'help' && command !== '--help') process.exitCode = 1;
}

async function runCreateAdmin(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      organisation: { type: 'string' },
      slug: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      language: { type: 'string', default: 'en' },
      'time-zone': { type: 'string', default: 'Europe/Helsinki' },
    },
  });
  await createAdmin({ ...values, timeZone: values['time-zone'] }, (line) => process.stdout.write(`${line}\n`));
}

/** Standard output is the diagram and nothing else, so that it can go into a file. */
async function runPathwayDiagram(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { organisation: { type: 'string' }, language: { type: 'string', default: 'en' } },
  });
  process.stdout.write(await pathwayDiagram(values, (line) => process.stderr.write(`${line}\n`)));
}
