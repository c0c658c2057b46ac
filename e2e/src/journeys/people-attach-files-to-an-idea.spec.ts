import { readFile } from 'node:fs/promises';
import { expect, test } from '../world.js';

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('people attach files to an idea: one drags them in, another saves them, and what is refused says why', async ({ world }) => {
  const maja = await world.person('maja');
  const tomek = await world.person('tomek');
  const { number } = await maja.hasSubmitted({ title: 'A bench under the lime tree', need: 'Nobody can sit.' });
  const part = (page: typeof maja.page) => page.getByRole('region', { name: 'Attachments' });
  const files = part(maja.page);
  await maja.page.goto(`/aleksandrow/ideas/${number}`);

  await test.step('several are dragged in at once; one that is no picture, whatever it is called, says why it stays out', async () => {
    maja.watch.expects(422, /attachments/);
    await expect(files.getByText('No files yet')).toBeVisible();
    const dragged = await maja.page.evaluateHandle((picture) => {
      const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'Ławka „pod lipą”.png', { type: 'image/png' }));
      transfer.items.add(new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], 'plan.png', { type: 'image/png' }));
      return transfer;
    }, PICTURE.toString('base64'));
    await files.dispatchEvent('dragover', { dataTransfer: dragged });
    await expect(files.getByText('Drop to attach')).toBeVisible();
    await files.dispatchEvent('drop', { dataTransfer: dragged });
    await expect(files.getByRole('link', { name: 'Ławka „pod lipą”.png' })).toBeVisible();
    await expect(files.getByRole('alert')).toHaveText(/plan\.png\s+Files of this type cannot be attached/);
    await files.getByRole('button', { name: 'Dismiss: plan.png' }).click();
    await expect(files.getByRole('alert')).toBeHidden();
  });

  await test.step('another saves it, byte for byte', async () => {
    await tomek.page.goto(`/aleksandrow/ideas/${number}`);
    const saving = tomek.page.waitForEvent('download');
    await part(tomek.page).getByRole('link', { name: 'Ławka „pod lipą”.png' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe('Ławka „pod lipą”.png');
    expect((await readFile(await download.path())).equals(PICTURE)).toBe(true);
    await expect(part(tomek.page).getByRole('button', { name: /^Remove/ })).toBeHidden();
  });

  await test.step('others see what is chosen by keyboard as it comes, and what is removed as it goes', async () => {
    const chosen = { name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from('bench;price\r\noak;900\r\n') };
    await part(tomek.page).getByLabel('Attach files').setInputFiles(chosen);
    await expect(files.getByRole('link', { name: 'numbers.csv' })).toBeVisible();
    await files.getByRole('button', { name: 'Remove Ławka „pod lipą”.png' }).click();
    await expect(files.getByRole('alert')).toContainText('The file is deleted');
    await maja.page.keyboard.press('Enter');
    await expect(part(tomek.page).getByRole('link', { name: 'Ławka „pod lipą”.png' })).toBeHidden();
    await expect(files.getByRole('heading', { name: 'Attachments' })).toBeFocused();
    await expect(maja.page.getByText('Removed the attachment “Ławka „pod lipą”.png”')).toBeVisible();
  });
});
