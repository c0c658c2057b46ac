export { attachedBy } from './attached-by.js';
export { openDuties } from './duties.js';
export { eraseMember, type Gone } from './erase-member.js';
export { patternOf, WORDS, wordsOf } from './words.js';
