import { LIMITS } from '#contracts';
import { ACCEPTED, endingOf } from './accepted-types.js';

/**
 * What a file is called here: its last part where it came with folders, without signs that cannot be seen, with an ending that says what it
 * holds. So no name makes a program that opens it take it for something else.
 */
export function nameFor(given: string, type: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const seen = last
    .replaceAll(/[\p{C}"<>:|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const name = seen === '' ? 'file' : seen;
  const [usual = 'bin', ...others] = ACCEPTED[type] ?? [];
  const fits = [usual, ...others].includes(endingOf(name));
  const [stem, ending] = fits ? [name.slice(0, name.lastIndexOf('.')), endingWritten(name)] : [name, `.${usual}`];
  return `${stem.slice(0, LIMITS.fileName - ending.length).toWellFormed()}${ending}`;
}

function endingWritten(name: string): string {
  return name.slice(name.lastIndexOf('.'));
}
