import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, StartError } from './platform/config/index.js';

const USAGE = `Usage: npm run polku -- COMMAND

  create-admin --organisation NAME --slug SLUG --name NAME --email ADDRESS
               [--language en|pl|el|sv|fi] [--time-zone ZONE]
      Makes an organisation with its pathway, and its first administrator.
      The password is read from standard input, or made and shown once.
  add-person ADDRESS --organisation SLUG --role ROLE [--role ROLE …] [--name NAME]
             [--unit NAME] [--language en|pl|el|sv|fi]
      Admits a person: ROLE is employee, hub, manager, admin or resident. Whoever
      is a member gets these roles in place of those they had, and this unit. The
      password of somebody new is read from standard input, or made and shown once.
  set-password ADDRESS
      Gives a person another password, read from standard input, or made and shown
      once, and signs them out everywhere.
  backup FILE
      Writes everything into a file, beside a running server. Keep POLKU_SECRET
      with it: the file does not hold it.
  restore FILE
      Reads such a file into an installation that is still empty.
  doctor
      Looks at settings, disk, database, queue, mail and what waits; says what to
      do. Ends with 1 where something does not work.
  pathway-diagram [--organisation SLUG] [--language en|pl|el|sv|fi]
      Prints the pathway of an organisation as a Mermaid diagram; without one
      that of the template.
  sessions ADDRESS [--revoke]
      Says where the person with this address is signed in, or signs them out
      everywhere.
  erase-person ADDRESS [--dry-run] [--yes]
      Erases what identifies the person with this address, in all organisations.
      What they did stays, by "a former member". --dry-run says what would go;
      otherwise the address must be typed once more, or --yes be given.
  verify-audit [--organisation SLUG] [--noted SLUG=PLACE:HASH]
      Says whether the events are those that were written: none changed, removed,
      inserted or cut off. Prints where the order ends: note it elsewhere, and
      name it with --noted later, so that nothing can be cut off unseen.
      Ends with 1 where something is wrong.`;

try {
  await run(process.argv.slice(2));
} catch (error) {
  const expected = error instanceof StartError || (error instanceof Error && ['MigrationError', 'TypeError'].includes(error.name));
  process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}

// A command brings what it needs itself: a word that is wrong is answered at once.
async function run([command, ...args]: readonly string[]): Promise<void> {
  switch (command) {
    case 'create-admin':
      return (await import('./create-admin.js')).createAdmin(optionsOfAdmin(args), say);
    case 'add-person':
      return (await import('./add-person.js')).addPerson(optionsOfPerson(args), say);
    case 'set-password':
      return (await import('./set-password.js')).setPassword(
        addressFrom(parseArgs({ args: [...args], options: {}, allowPositionals: true }).positionals),
        say,
      );
    case 'backup':
      return (await import('./backup.js')).backup(fileFrom(args), say);
    case 'restore':
      return (await import('./backup.js')).restore(fileFrom(args), say);
    case 'doctor': {
      const { doctor } = await import('./doctor.js');
      if (!(await doctor(say))) process.exitCode = 1;
      return;
    }
    case 'pathway-diagram': {
      const options = { organisation: { type: 'string' }, language: { type: 'string', default: 'en' } } as const;
      const { values } = parseArgs({ args: [...args], options });
      const { pathwayDiagram } = await import('./pathway-diagram.js');
      // Standard output is the diagram and nothing else, so that it can go into a file.
      process.stdout.write(await pathwayDiagram(values, (line) => process.stderr.write(`${line}\n`)));
      return;
    }
    case 'sessions': {
      const { values, positionals } = parseArgs({ args: [...args], options: { revoke: { type: 'boolean' } }, allowPositionals: true });
      return (await import('./sessions.js')).sessions(addressFrom(positionals), values, say);
    }
    case 'erase-person': {
      const options = { 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } } as const;
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
      return (await import('./erase-person.js')).erasePerson(addressFrom(positionals), values, say);
    }
    case 'verify-audit': {
      const options = { organisation: { type: 'string' }, noted: { type: 'string', multiple: true } } as const;
      const { values } = parseArgs({ args: [...args], options });
      const { verifyAudit } = await import('./verify-audit.js');
      if (!(await verifyAudit(values, say))) process.exitCode = 1;
      return;
    }
    default:
      say(USAGE);
      if (command !== undefined && command !== 'help' && command !== '--help') process.exitCode = 1;
  }
}

function fileFrom(args: readonly string[]): string {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new ConfigError('Name one file.');
  return resolve(file);
}

function addressFrom(positionals: readonly string[]): string {
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0) throw new ConfigError('Name one address.');
  return address;
}

function optionsOfAdmin(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      organisation: { type: 'string' },
      slug: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      language: { type: 'string', default: 'en' },
      'time-zone': { type: 'string', default: 'Europe/Helsinki' },
    },
  });
  return { ...values, timeZone: values['time-zone'] };
}

function optionsOfPerson(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      organisation: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      unit: { type: 'string' },
      language: { type: 'string' },
    },
    allowPositionals: true,
  });
  return { ...values, email: addressFrom(positionals) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
