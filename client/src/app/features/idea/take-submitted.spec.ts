import { SpyLocation } from '@angular/common/testing';
import { takeSubmitted } from './take-submitted';

describe('takeSubmitted', () => {
  it('answers once that the idea was just submitted, and leaves the rest of the entry as it was', () => {
    const location = new SpyLocation();
    location.go('/aleksandrow/ideas/12#team', '', { submitted: true, navigationId: 4 });
    expect(takeSubmitted(location)).toBe(true);
    expect(takeSubmitted(location)).toBe(false);
    expect([location.path(), location.getState()]).toEqual(['/aleksandrow/ideas/12#team', { navigationId: 4 }]);
  });

  it('says no of an idea that was come to otherwise', () => {
    expect(takeSubmitted(new SpyLocation())).toBe(false);
  });
});
