import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Connection } from '../api/connection';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { Languages } from '../i18n/languages';
import { Messages } from '../ui/messages/messages';
import { MissingParts } from './missing-parts';

describe('a part of the client that could not be loaded', () => {
  const say = jest.fn<void, Parameters<Messages['say']>>();
  const handler = (): ErrorHandler => TestBed.inject(ErrorHandler);

  beforeEach(async () => {
    say.mockClear();
    TestBed.configureTestingModule({
      rethrowApplicationErrors: false,
      providers: [provideTestI18n(), { provide: Messages, useValue: { say } }, { provide: ErrorHandler, useClass: MissingParts }],
    });
    await TestBed.inject(Languages).start();
  });

  it.each([
    'Failed to fetch dynamically imported module: https://polku.example/chunk-A.js',
    'error loading dynamically imported module: https://polku.example/chunk-A.js',
    'Importing a module script failed.',
  ])('is told, with a way to load the page anew: %s', (said) => {
    handler().handleError(new TypeError(said));
    expect(say.mock.calls).toEqual([
      ['This part could not be loaded; Polku may have a newer version.', expect.objectContaining({ name: 'Reload' })],
    ]);
  });

  it('is told without a way to lose the page while there is no network', () => {
    TestBed.inject(Connection).noteSilence();
    handler().handleError(new TypeError('Failed to fetch dynamically imported module: https://polku.example/chunk-A.js'));
    expect(say.mock.calls).toEqual([['This part cannot be loaded without a connection.']]);
  });

  it('is not what any other error is: those go to the console', () => {
    const console = jest.spyOn(globalThis.console, 'error').mockImplementation();
    const error = new Error('Something else');
    handler().handleError(error);
    expect(say).not.toHaveBeenCalled();
    expect(console).toHaveBeenCalledWith('ERROR', error);
    console.mockRestore();
  });
});
