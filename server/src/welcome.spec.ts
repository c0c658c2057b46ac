import { welcomeText } from './welcome.js';

const config = { host: 'localhost', publicUrl: null, dataFolder: '/data', embedded: true, smtpUrl: null };

describe('the welcome', () => {
  it('names the address, the demo sign-ins, the mails and the data', () => {
    const people = [
      { name: 'Maja', email: 'maja@aleksandrow.example', part: 'employee, Aleksandrow' },
      { name: 'Elin', email: 'elin@lindvik.example', part: 'hub, Lindvik' },
    ];
    expect(welcomeText({ config, port: 3000, demo: { people, password: 'polku-demo' } })).toBe(
      `
Polku is ready: http://localhost:3000

Demo sign-ins, all with the password polku-demo:
  maja@aleksandrow.example  Maja (employee, Aleksandrow)
  elin@lindvik.example      Elin (hub, Lindvik)

Mails that would be sent: http://localhost:3000/dev/mail

Data: /data. Stop with Ctrl-C.`,
    );
  });

  it('shows the public address and no sign-ins outside the demo', () => {
    const own = { ...config, host: '0.0.0.0', publicUrl: new URL('https://ideas.example.org'), embedded: false };
    expect(welcomeText({ config: own, port: 3000, demo: null })).toBe('\nPolku is ready: https://ideas.example.org');
  });

  it('turns an address that means everywhere into one to open', () => {
    expect(welcomeText({ config: { ...config, host: '::', embedded: false }, port: 81, demo: null })).toContain('http://localhost:81');
    expect(welcomeText({ config: { ...config, host: '::1', embedded: false }, port: 81, demo: null })).toContain('http://[::1]:81');
  });
});
