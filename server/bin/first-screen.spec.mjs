import { randomBytes } from 'node:crypto';
import { firstScreen } from './first-screen.mjs';

const imports = (...paths) => paths.map((path) => ({ path, kind: 'import-statement' }));

describe('the JavaScript of the first screen', () => {
  const stats = {
    outputs: {
      'main.js': { entryPoint: 'client/src/main.ts', imports: [...imports('core.js'), { path: 'board.js', kind: 'dynamic-import' }] },
      'core.js': { imports: [] },
      'shell.js': { entryPoint: 'client/src/app/shell/shell.ts', imports: imports('core.js', 'menu.js') },
      'menu.js': { imports: imports('core.js') },
      'board.js': {
        entryPoint: 'client/src/app/features/board/board-page.ts',
        imports: [...imports('menu.js'), { path: 'dialog.js', kind: 'dynamic-import' }],
      },
      'dialog.js': { imports: [] },
      'idea.js': { entryPoint: 'client/src/app/features/idea/idea-page.ts', imports: imports('core.js') },
      'en.js': { entryPoint: 'client/src/app/i18n/en/index.ts', imports: [] },
      'el.js': { entryPoint: 'client/src/app/i18n/el/index.ts', imports: [] },
    },
  };
  const page = '<script src="/theme.js"></script><script src="main.js" type="module"></script>';
  const read = (file) => randomBytes(file === 'el.js' ? 3_000 : 1_000);

  it('is what the page, the frame and the board import, each once, and the largest strings; nothing that comes later', () => {
    const { bytes, files } = firstScreen(stats, page, read);
    expect(files.map(({ file }) => file).sort()).toEqual(['board.js', 'core.js', 'el.js', 'main.js', 'menu.js', 'shell.js', 'theme.js']);
    expect(files[0]?.file).toBe('el.js');
    expect(bytes).toBeGreaterThan(9_000);
    expect(bytes).toBeLessThan(9_500);
  });

  it('is not measured when the board has moved', () => {
    const { 'board.js': _, ...outputs } = stats.outputs;
    expect(() => firstScreen({ outputs }, page, read)).toThrow('client/src/app/features/board/board-page.ts');
  });
});
