import { PinoLogger } from 'nestjs-pino';
import { startTestApp } from '../../../test/app.js';

it('logs as the settings say, also after another application of this process (the one that tells the demo)', async () => {
  for (const level of ['warn', 'error']) {
    const polku = await startTestApp({ env: { POLKU_LOG: level } });
    expect(PinoLogger.root.level).toBe(level);
    await polku.close();
  }
});
