import { TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../i18n/testing/provide-test-i18n';
import { type MessageAction, Messages } from '../ui/messages/messages';
import { KeptFiles } from './kept-files';

describe('KeptFiles', () => {
  const say = jest.fn<undefined, [string, MessageAction]>();
  const register = jest.fn();
  const update = jest.fn();
  let worker: EventTarget & { register: typeof register };
  let shown: HTMLScriptElement;

  const start = async (): Promise<void> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n(), { provide: Messages, useValue: { say } }] });
    await TestBed.inject(KeptFiles).start();
  };

  /** The worker says which files it has kept. */
  const keeps = async (...files: string[]): Promise<void> => {
    worker.dispatchEvent(new MessageEvent('message', { data: { kind: 'kept', files } }));
    await new Promise((resolve) => setTimeout(resolve));
  };

  beforeEach(() => {
    jest.resetAllMocks();
    register.mockResolvedValue({ update });
    update.mockResolvedValue(undefined);
    worker = Object.assign(new EventTarget(), { register });
    Object.defineProperty(navigator, 'serviceWorker', { value: worker, configurable: true });
    shown = document.createElement('script');
    shown.type = 'module';
    shown.setAttribute('src', 'main-1.js');
    document.head.append(shown);
  });

  afterEach(() => {
    shown.remove();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });

  it('says that a newer version is there, and leaves it to people when they change to it', async () => {
    await start();
    await keeps('main-2.js', 'chunk-2.js');
    expect(say.mock.calls).toEqual([
      ['There is a new version of Polku. Reload when it suits you.', { name: 'Reload', run: expect.any(Function) }],
    ]);
  });

  it('says nothing of the version that is shown already', async () => {
    await start();
    await keeps('main-1.js', 'chunk-1.js');
    expect(say).not.toHaveBeenCalled();
  });

  it('asks for a new version when somebody comes back after more than an hour', async () => {
    await start();
    const comeBack = (after: number): void => {
      const event = new Event('visibilitychange');
      Object.defineProperty(event, 'timeStamp', { value: performance.now() + after });
      document.dispatchEvent(event);
    };
    comeBack(60_000);
    expect(update).not.toHaveBeenCalled();
    comeBack(3_700_000);
    expect(update).toHaveBeenCalled();
  });

  it('works where browsers keep nothing, or may not', async () => {
    register.mockRejectedValue(new Error('Forbidden here.'));
    await expect(start()).resolves.toBeUndefined();
    Reflect.deleteProperty(navigator, 'serviceWorker');
    TestBed.resetTestingModule();
    await expect(start()).resolves.toBeUndefined();
  });
});
