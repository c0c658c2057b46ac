/** The world of all spec files of a worker is the worker's own: jest hangs what it means for this one on an object that nobody reads. */
export default class NativeEnvironment {
  global = {};

  getVmContext() {
    return null;
  }

  async setup() {}

  async teardown() {}
}
