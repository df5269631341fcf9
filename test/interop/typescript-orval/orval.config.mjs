export default {
  csbs: {
    input: "openapi.yaml",
    output: {
      target: "csbs/csbs.ts",
      client: "fetch",
      baseUrl: { runtime: "process.env.CSBS_ENDPOINT" },
    },
  },
};
