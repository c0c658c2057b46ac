import { idsIn, jobsOver } from './queue-names.js';

describe('jobs over many ids', () => {
  it('hold so many of them each, in their order, and their organisation', () => {
    const jobs = jobsOver('aleksandrow', 'events', ['a', 'b', 'c', 'd', 'e'], 2);
    expect(jobs.map(({ data }) => data)).toEqual([
      { organisation: 'aleksandrow', events: ['a', 'b'] },
      { organisation: 'aleksandrow', events: ['c', 'd'] },
      { organisation: 'aleksandrow', events: ['e'] },
    ]);
    expect(jobs.flatMap(({ data }) => idsIn(data, 'events'))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(idsIn({ organisation: 'aleksandrow' }, 'events')).toEqual([]);
    expect(jobsOver('aleksandrow', 'events', [])).toEqual([]);
  });

  it('are the same job for the same ids alone: one that begins alike does not swallow those that came later', () => {
    const idOf = (...ids: string[]) => jobsOver('aleksandrow', 'events', ids)[0]?.id;
    expect(idOf('a', 'b')).toBe(idOf('a', 'b'));
    expect(new Set([idOf('a'), idOf('a', 'b'), idOf('b', 'a'), idOf('b')]).size).toBe(4);
  });
});
