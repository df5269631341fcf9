/** Entry for Node with the CommonJS build of the package. */
const api = require("csbs-api");

import("../suite.js")
  .then(({ runSuite }) => runSuite(api, JSON.parse(process.argv[2])))
  .then((results) => console.log(JSON.stringify(results)));
