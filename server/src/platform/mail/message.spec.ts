import { createTransport } from 'nodemailer';
import { parseMessage } from './message.js';

async function composed(subject: string, text: string, html: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = (await transport.sendMail({
    from: 'a@b.example',
    to: { name: 'Zażółć Αθήνα', address: 'c@d.example' },
    subject,
    text,
    html,
  })) as unknown as {
    message: Buffer;
  };
  return message;
}

describe('reading a mail back', () => {
  it.each([
    ['plain letters', 'An idea', 'Hello,\n\na line\n'],
    [
      'Polish letters',
      'Zażółć gęślą jaźń: teraz na etapie „Pilotaż” – i jeszcze długi, długi ciąg dalszy tematu wiadomości',
      'Dzień dobry!\nŁąka\n',
    ],
    ['Greek letters', 'Λάβαμε την ιδέα σας', 'Γεια σας, καλημέρα '.repeat(40)],
    ['signs of its own', 'A = B? _x_', '=3D = -- \n.\n'],
  ])('gives back %s', async (_, subject, text) => {
    const message = parseMessage(await composed(subject, text, `<p>${text}</p>`));
    expect(message.headers.get('subject')).toBe(subject);
    expect(message.headers.get('to')).toBe('Zażółć Αθήνα <c@d.example>');
    expect(message.text.trimEnd()).toBe(text.trimEnd());
    expect(message.html).toContain(text);
  });

  it('does not fall over what is no mail', () => {
    expect(parseMessage(Buffer.from('')).text).toBe('');
    expect(parseMessage(Buffer.from('Content-Type: multipart/mixed; boundary=x\n\n--x\nno end')).html).toBe('');
  });
});
