import board from './board.json';
import codes from './codes.json';
import presence from './presence.json';
import session from './session.json';
import shell from './shell.json';
import ui from './ui.json';

/** The strings of this language that the first screen needs, by scope: one file a feature. */
export const strings = { board, codes, presence, session, shell, ui };
