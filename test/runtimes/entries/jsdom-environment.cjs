/**
 * The jsdom of Jest with the fetch of Node, as people add it: jsdom has none. Its URL and AbortSignal
 * stay those of jsdom, which lack newer methods, and its Date is of another realm than Node's.
 */
const { TestEnvironment } = require(process.env.CSBS_JSDOM);

module.exports = class extends TestEnvironment {
  constructor(...args) {
    super(...args);
    Object.assign(this.global, { fetch, Headers, Request, Response });
  }
};
