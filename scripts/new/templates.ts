/** What is asked for a new operation. */
export interface NewOperation {
  method: string;
  path: string;
  operationId: string;
  /** Folder of openapi/, such as `backups`. */
  folder: string;
  /** Tag of the operation: a tag of the root. */
  tag: string;
}

/** A file to write, by its path in openapi/. */
export interface NewFile {
  path: string;
  text: string;
}

/** File name and component names of an operation. */
export interface OperationNames {
  file: string;
  words: string;
  request: string | undefined;
  response: string | undefined;
}

/** Components are named for the operation until somebody finds better nouns. */
export function namesOf({ method, operationId }: NewOperation): OperationNames {
  const pascal = operationId.charAt(0).toUpperCase() + operationId.slice(1);
  const parts = operationId.split(/(?=[A-Z])/).map((part) => part.toLowerCase());
  return {
    file: parts.join("-"),
    words: parts.join(" "),
    request: ["post", "put"].includes(method) ? `${pascal}Request` : undefined,
    response: method === "delete" ? undefined : `${pascal}Result`,
  };
}

const errors = [
  ["400", "BadRequest"],
  ["401", "Unauthorized"],
  ["403", "Forbidden"],
  ["404", "NotFound"],
  ["429", "TooManyRequests"],
  ["500", "InternalError"],
  ["503", "ServiceUnavailable"],
];

/** The operation, to stand under its method in a path file. */
export function operationText(operation: NewOperation, gateway: string): string {
  const { file, words, request, response } = namesOf(operation);
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  const example = (name: string) =>
    `            ${name}:\n              $ref: examples/${file}.yaml#/${name}\n`;
  const json = (component: string, name: string) =>
    `        application/json:
          schema:
            $ref: schemas/${file}.yaml#/${component}
          examples:
${example(name)}`;
  const body =
    request === undefined
      ? ""
      : `  requestBody:\n    required: true\n    content:\n${outdent(json(request, requestExample(operation)))}`;
  const success =
    response === undefined
      ? `    "204":\n      description: No Content. The request was carried out.\n`
      : `    "200":\n      description: OK. The result.\n      content:\n${json(response, responseExample(operation))}`;
  const refused = errors.map(
    ([status, name]) => `    "${status}":\n      $ref: ../common/responses.yaml#/${name}\n`,
  );
  return `${operation.method}:
  operationId: ${operation.operationId}
  summary: ${sentence}
  description: ${sentence}. Say what it does, its limits, and what it does not do.
  tags: [${operation.tag}]
  x-csbs-clouds: [otc]
  externalDocs:
    description: The source page
    url: https://docs.otc.t-systems.com/cloud-server-backup-service/api-ref/
${body}  responses:
${success}${refused.join("")}    default:
      $ref: ../common/responses.yaml#/${gateway}
`;
}

/** Schemas and examples of an operation. */
export function filesOf(operation: NewOperation): NewFile[] {
  const { file, words, request, response } = namesOf(operation);
  const schemas = [
    ...(request === undefined ? [] : [schemaText(request, `The body of ${operation.operationId}.`, false)]),
    ...(response === undefined
      ? []
      : [schemaText(response, `The response of ${operation.operationId}.`, true)]),
  ];
  const examples = [
    ...(request === undefined ? [] : [exampleText(requestExample(operation), `Request to ${words}`)]),
    ...(response === undefined ? [] : [exampleText(responseExample(operation), `Response of ${words}`)]),
  ];
  return [
    { path: `${operation.folder}/schemas/${file}.yaml`, text: schemas.join("\n") },
    { path: `${operation.folder}/examples/${file}.yaml`, text: examples.join("\n") },
  ].filter(({ text }) => text !== "");
}

function requestExample({ operationId }: NewOperation): string {
  return `${operationId}Request`;
}

function responseExample({ operationId }: NewOperation): string {
  return `${operationId}Result`;
}

/** Requests are closed, responses are open. */
function schemaText(name: string, description: string, open: boolean): string {
  const [first = "", ...others] = name.split(/(?=[A-Z])/);
  const title = [first, ...others.map((word) => word.toLowerCase())].join(" ");
  return `${name}:
  type: object
  title: ${title}
  description: ${description}
  required: [name]
  additionalProperties: ${open}
  properties:
    name:
      type: string
      description: Say what it is, its unit and its limits.
      examples: [example]
`;
}

function exampleText(name: string, summary: string): string {
  return `${name}:\n  summary: ${summary}\n  value:\n    name: example\n`;
}

/** A request body's content stands two columns further left than a response's. */
function outdent(text: string): string {
  return text.replaceAll(/^ {2}/gm, "");
}
