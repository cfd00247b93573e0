import { z } from "zod";
import packageJson from "@/package.json";
import { type ApiOperation, apiOperations } from "./api-operations";
import { errorBodySchema } from "./schema";

type Json = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function content(schema: z.ZodType, io: "input" | "output"): Json {
  return { "application/json": { schema: jsonSchema(schema, io) } };
}

function pathParameters(operation: ApiOperation): Json[] {
  return Object.entries(operation.parameters ?? {}).map(([name, schema]) => {
    return { name, in: "path", required: true, schema: jsonSchema(schema, "input") };
  });
}

/** What a parameter reads as; for one that is split or otherwise made into more than JSON tells, what is sent. */
function parameterSchema(schema: z.ZodType): Json {
  const read = jsonSchema(schema, "output");
  const tells = Object.keys(read).some((name) => name !== "description" && name !== "default");
  return tells ? read : jsonSchema(schema, "input");
}

function queryParameters(operation: ApiOperation): Json[] {
  const named = Object.entries(operation.query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...type } = parameterSchema(schema);
    return { name, in: "query", required: false, ...(description === undefined ? {} : { description }), schema: type };
  });
  if (operation.takesOptions !== true) return named;
  const schema = { type: "object", additionalProperties: { type: ["string", "number", "boolean"] } };
  const description = "Options of the adapter, each under its own name; GET /api/v1/adapters lists them.";
  return [...named, { name: "options", in: "query", required: false, style: "form", explode: true, description, schema }];
}

function answers(operation: ApiOperation): Json {
  const bytes = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  const good = Object.entries(operation.answers).map(([status, schema]) => {
    return [status, { description: "Done.", content: schema === null ? bytes : content(schema, "output") }] as const;
  });
  const error = {
    description: "Refused or failed.",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
  };
  const bad = [403, ...operation.errors, 500].map((status) => [String(status), error] as const);
  return Object.fromEntries([...bad, ...good]);
}

function describeOperation(operation: ApiOperation): Json {
  return {
    summary: operation.summary,
    parameters: [...pathParameters(operation), ...queryParameters(operation)],
    ...(operation.body === undefined ? {} : { requestBody: { required: true, content: content(operation.body, "input") } }),
    responses: answers(operation),
  };
}

/** The OpenAPI document of the API, made from the schemas that requests are checked against. */
export function openapiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of apiOperations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Polytrace", version: packageJson.version, description: packageJson.description },
    paths,
    components: { schemas: { Error: jsonSchema(errorBodySchema, "output") } },
  };
}
