import { anIdea } from '../testing/an-idea';
import { changeOf, savingOf, textOf } from './idea-texts';

describe('the texts of an idea', () => {
  it('are written as the server takes them', () => {
    expect(changeOf('schedule', '  spring ')).toEqual({ schedule: 'spring' });
    expect(changeOf('schedule', ' ')).toEqual({ schedule: null });
    expect(changeOf('tags', 'air, greenery; air')).toEqual({ tags: ['air', 'greenery'] });
  });

  it('are read as they are written', () => {
    expect(textOf(anIdea({ tags: ['air', 'greenery'] }), 'tags')).toBe('air, greenery');
    expect(textOf(anIdea(), 'proposal')).toBe('');
  });

  it('conflict only when the same text was changed to something else meanwhile', () => {
    expect(savingOf('shade', 'shade and a bench', 'shade')).toBe('write');
    expect(savingOf('shade', 'shade and a bench', 'shade and water')).toBe('conflict');
    expect(savingOf('shade', 'shade and water', 'shade and water ')).toBe('nothing');
    expect(savingOf('shade', 'shade', 'shade and water')).toBe('conflict');
  });
});
