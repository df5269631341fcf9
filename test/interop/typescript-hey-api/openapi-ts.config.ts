export default {
  input: "openapi.yaml",
  output: "csbs",
  plugins: ["@hey-api/typescript", "@hey-api/sdk", { name: "@hey-api/client-fetch", baseUrl: false }],
};
