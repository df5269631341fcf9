export interface RunningServer {
  url: string;
  stop(): Promise<void>;
}

/** An Express with express-openapi-validator. `reply` is asked by the header X-Case of a request that was accepted. */
export function startExpress(
  file: string,
  options: { validateResponses: boolean },
  reply: (name: string | undefined) => { status: number; body?: unknown },
): Promise<RunningServer>;

export interface Backend {
  /** 200 for what is accepted. */
  request(request: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: unknown;
  }): Promise<{ status: number; errors?: unknown }>;
  /** What is wrong with a response. */
  validateResponse(operationId: string, status: number, body: unknown): unknown[];
}

/** `quick` does not validate the description. */
export function createBackend(file: string, options: { quick: boolean }): Promise<Backend>;

export interface PostmanCollection {
  item: unknown[];
}

export function convertToPostman(text: string): Promise<PostmanCollection>;

export interface PostmanExecution {
  name: string;
  request: string;
  body: string | undefined;
  /** A message where there was no response. */
  status: number | string;
  response: string | undefined;
}

/** Sends every request of the collection. */
export function runPostman(
  collection: PostmanCollection,
  variables: Record<string, string>,
): Promise<PostmanExecution[]>;
