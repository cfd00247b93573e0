/** The HTTP status of each error code; a code that is not here is a fault of the server. */
const statuses: Readonly<Record<string, number>> = {
  invalid_json: 400,
  foreign_request: 403,
  forbidden: 403,
  not_found: 404,
  unknown_adapter: 404,
  method_not_allowed: 405,
  conflict: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  invalid_options: 422,
  over_limit: 422,
  rendering_too_large: 422,
  queue_full: 429,
  client_limit: 429,
  jail_refused: 503,
  infrastructure: 503,
};

export function errorStatus(code: string): number {
  return Object.hasOwn(statuses, code) ? (statuses[code] ?? 500) : 500;
}
