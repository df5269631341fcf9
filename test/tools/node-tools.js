import { once } from "node:events";
import addFormats from "ajv-formats";
import express from "express";
import * as expressValidator from "express-openapi-validator";
import newman from "newman";
import { OpenAPIBackend } from "openapi-backend";
import postman from "openapi-to-postmanv2";

/**
 * Tools of npm as their documentation says to use them. Not TypeScript: they are not installed yet when
 * types are checked. Types are in node-tools.d.ts.
 */

export async function startExpress(file, { validateResponses }, reply) {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.json());
  app.use(
    expressValidator.middleware({
      apiSpec: file,
      validateRequests: { allowUnknownQueryParameters: true },
      validateResponses,
    }),
  );
  app.use((request, response) => {
    const { status, body } = reply(request.get("x-case"));
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  });
  app.use((error, _request, response, _next) => {
    response.status(error.status ?? 500).json({ message: error.message, errors: error.errors });
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export async function createBackend(file, { quick }) {
  const refused = (status) => (context) => ({ status, errors: context.validation?.errors });
  const has = (header) => (context) => context.request.headers[header] !== undefined;
  const api = new OpenAPIBackend({
    definition: file,
    strict: true,
    quick,
    customizeAjv: (ajv) => addFormats(ajv),
    handlers: {
      notImplemented: () => ({ status: 200 }),
      validationFail: refused(400),
      unauthorizedHandler: refused(401),
      notFound: refused(404),
      methodNotAllowed: refused(405),
    },
    securityHandlers: { tokenAuth: has("x-auth-token"), accessKeyAuth: has("authorization") },
  });
  await api.init();
  return {
    request: (request) => api.handleRequest(request),
    validateResponse: (operationId, status, body) =>
      api.validateResponse(body, operationId, status).errors ?? [],
  };
}

export function convertToPostman(text) {
  return new Promise((resolve, reject) => {
    const options = { parametersResolution: "Example" };
    postman.convertV2({ type: "string", data: text }, options, (error, result) => {
      if (error || !result.result) reject(error ?? new Error(result.reason));
      else resolve(result.output[0].data);
    });
  });
}

export function runPostman(collection, variables) {
  const envVar = Object.entries(variables).map(([key, value]) => ({ key, value }));
  return new Promise((resolve, reject) => {
    newman.run({ collection, envVar, reporters: [] }, (error, summary) => {
      if (error) return reject(error);
      const sent = summary.run.executions.map(({ item, request, response, requestError }) => ({
        name: item.name,
        request: `${request.method} ${request.url}`,
        body: request.body?.toString(),
        status: response?.code ?? requestError?.message,
        response: response?.text(),
      }));
      resolve(sent);
    });
  });
}
