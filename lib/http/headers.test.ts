import { expect, test } from "vitest";
import { findClientAddress } from "./find-client-address";
import { matchesEtag } from "./matches-etag";
import { responseHeaders } from "./response-headers";

test.each([
  ['"a"', '"a"', true],
  ['W/"a"', '"a"', true],
  ['"b", "a"', '"a"', true],
  ["*", '"a"', true],
  ['"b"', '"a"', false],
  [null, '"a"', false],
])("If-None-Match %j against %j: %s", (header, etag, expected) => {
  expect(matchesEtag(header, etag)).toBe(expected);
});

test.each([
  ["10.0.0.9", "1.2.3.4", 0, "10.0.0.9"],
  ["10.0.0.9", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"],
  ["10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.1", 2, "1.2.3.4"],
  ["10.0.0.9", "1.2.3.4", 3, "1.2.3.4"],
  ["10.0.0.9", "", 1, "10.0.0.9"],
  ["::ffff:10.0.0.9", "", 0, "10.0.0.9"],
  ["fe80::1", "", 0, "fe80::1"],
])("the client of a connection from %s with X-Forwarded-For %j and %i proxies is %s", (remote, chain, proxies, expected) => {
  expect(findClientAddress(remote, chain, proxies)).toBe(expected);
});

test("pages load nothing from elsewhere, and only the embedded ones stand in others' frames", () => {
  const policy = (path: string) => responseHeaders(path)["Content-Security-Policy"] ?? "";
  for (const path of ["/", "/experiments/x", "/embed/x"]) {
    expect(policy(path)).toContain("default-src 'self'");
    expect(policy(path)).not.toMatch(/https?:|\*|'unsafe-eval'/);
  }
  expect(policy("/trace")).toContain("frame-ancestors 'self'");
  expect(policy("/embed/x")).not.toContain("frame-ancestors");
});
