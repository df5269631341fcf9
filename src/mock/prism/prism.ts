/** Prism, in process: the build bundles this module with its libraries into one file of its own. */
import { createInstance, type IHttpRequest, type PrismHttpComponents } from "@stoplight/prism-http";
import { readOperations } from "./operations.ts";

export interface PrismRequest {
  method: string;
  /** The path, percent-encoded, of an operation with this template. */
  path: string;
  template: string;
  query: { [name: string]: string | string[] };
  headers: { [name: string]: string | string[] | undefined };
  /** Parsed JSON; undefined if there is none. */
  body: unknown;
  /** The status and example to respond with; an example of success if neither is given. */
  status?: number | undefined;
  example?: string | undefined;
}

export interface PrismResponse {
  status: number;
  headers: { [name: string]: unknown };
  body: unknown;
  /** Why the description refuses the request; empty if it does not. */
  reasons: string[];
}

export type Prism = (request: PrismRequest) => Promise<PrismResponse>;

/** What Prism's DiagnosticSeverity calls Error. */
const errorSeverity = 0;

const config = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  // Examples are validated when the description is linted.
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** The mock logs what Prism returns. */
const silent = Object.fromEntries(
  ["trace", "debug", "info", "success", "warn", "error", "fatal"].map((level) => [level, () => {}]),
);
const logger = { ...silent, child: () => logger } as unknown as PrismHttpComponents["logger"];

/** The operation is known before Prism is called: nothing is matched twice. */
const route: PrismHttpComponents["route"] = ({ resources: [only] }) =>
  only === undefined ? { _tag: "Left", left: new Error("no operation") } : { _tag: "Right", right: only };

/** Validates requests by the description, and responds with its examples. */
export async function createPrism(document: object): Promise<Prism> {
  const operations = await readOperations(document);
  const byRoute = new Map(operations.map((one) => [`${one.method} ${one.path}`, one]));
  const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger, route });
  return async ({ template, status, example, ...request }) => {
    const method = request.method.toLowerCase() as IHttpRequest["method"];
    const operation = byRoute.get(`${method} ${template}`);
    if (operation === undefined) throw new Error(`Prism has no operation ${method} ${template}`);
    const input: IHttpRequest = {
      method,
      url: { path: request.path, query: request.query },
      headers: request.headers as { [name: string]: string },
      body: request.body,
    };
    const mock = {
      dynamic: false,
      // Accept was looked at before; Prism fails on what it cannot parse.
      mediaTypes: [],
      ...(status !== undefined && { code: status }),
      ...(example !== undefined && { exampleKey: example }),
    };
    const result = await prism.request(input, [operation], { ...config, mock })();
    if (result._tag === "Left") throw result.left;
    const { output, validations } = result.right;
    return {
      status: output.statusCode,
      headers: output.headers ?? {},
      body: output.body,
      reasons: validations.input
        .filter(({ severity }) => severity === errorSeverity)
        .map(({ message }) => message),
    };
  };
}
