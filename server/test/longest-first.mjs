import Sequencer from '@jest/test-sequencer';

/** Jest's own order, but chaos, which takes minutes in a small file, begins first: begun last, it would leave a core waiting. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => path.includes('/test/chaos/');
    return super.sort(tests).sort((one, other) => Number(isLong(other)) - Number(isLong(one)));
  }
}
