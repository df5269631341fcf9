export default {
  input: "openapi.yaml",
  output: { path: "csbs", module: { extension: ".js" } },
  plugins: ["@hey-api/typescript", "@hey-api/sdk", { name: "@hey-api/client-fetch", baseUrl: false }],
};
