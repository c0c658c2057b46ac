/**
 * Loaded before a real Polku (`node --import`): its `Date` runs ahead by as much as the test that started it says. Timers of the process run on
 * as they did; whoever asks for the present gets the moved one.
 */
const RealDate = globalThis.Date;
let ahead = 0;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, [...values]: ConstructorParameters<DateConstructor> | []) =>
    values.length === 0 ? new target(target.now() + ahead) : new target(...values),
  apply: (target) => new target(target.now() + ahead).toString(),
  get: (target, name, receiver: unknown) =>
    name === 'now' ? () => target.now() + ahead : (Reflect.get(target, name, receiver) as unknown),
});

process.on('message', (message: { readonly ahead: number }) => {
  ahead = message.ahead;
  process.send?.(message);
});
// The test that went away does not keep the process.
process.channel?.unref();
