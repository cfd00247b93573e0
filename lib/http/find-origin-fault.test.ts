import { describe, expect, test } from "vitest";
import { findOriginFault } from "./find-origin-fault";
import { ownHosts } from "./own-hosts";

const own = ownHosts("127.0.0.1", ["polytrace.example.org", "proxy.example.org:8443"]);

function fault(headers: Record<string, string>, method = "GET", pathname = "/api/v1/recordings"): string | null {
  return findOriginFault({ method, pathname, headers: new Headers(headers) }, own);
}

describe("the Host", () => {
  test.each([
    "localhost:3000",
    "LOCALHOST:3000",
    "127.0.0.1:3000",
    "127.0.0.1",
    "[::1]:3000",
    "polytrace.example.org",
    "polytrace.example.org:443",
    "proxy.example.org:8443",
  ])("%s is ours", (host) => {
    expect(fault({ host })).toBeNull();
  });

  test.each([
    "",
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example",
    "localhost@evil.example",
    "evil.example#localhost",
    "evil.example/localhost",
    "evil.example\\localhost",
    "localhost:3000 evil.example",
    "127.0.0.1.nip.io:3000",
    "0.0.0.0:3000",
    "proxy.example.org:9999",
    "[::ffff:127.0.0.1]:3000",
  ])("%j is not ours, whatever else the request says", (host) => {
    expect(fault({ host, origin: `http://${host}`, "sec-fetch-site": "same-origin" })).toContain("does not answer to the name");
  });
});

describe("the Origin", () => {
  const host = "localhost:3000";
  test.each(["http://localhost:3000", "https://localhost:3000"])("%s is the address that was asked", (origin) => {
    expect(fault({ host, origin }, "POST")).toBeNull();
  });

  test.each([
    "http://evil.example",
    "http://localhost:8080",
    "http://127.0.0.1:3000",
    "null",
    "",
    "file://",
    "chrome-extension://abc",
  ])("%j is another", (origin) => {
    for (const method of ["GET", "POST", "PUT", "DELETE"]) expect(fault({ host, origin }, method)).toContain("are refused");
  });

  test("a default port may be left out on either side", () => {
    expect(fault({ host: "polytrace.example.org", origin: "https://polytrace.example.org" }, "POST")).toBeNull();
    expect(fault({ host: "polytrace.example.org:443", origin: "https://polytrace.example.org" }, "POST")).toBeNull();
    expect(fault({ host: "polytrace.example.org:3000", origin: "https://polytrace.example.org" }, "POST")).not.toBeNull();
  });
});

describe("what the browser says about the asking page", () => {
  const host = "localhost:3000";
  test("nothing is sent by programs that are not browsers", () => {
    expect(fault({ host }, "POST")).toBeNull();
  });

  test.each(["cross-site", "same-site", "something-new"])("%s may change nothing and may not read the API", (site) => {
    expect(fault({ host, "sec-fetch-site": site }, "POST")).toContain("change something");
    expect(fault({ host, "sec-fetch-site": site, "sec-fetch-mode": "no-cors" })).toContain("to the API");
  });

  test("links and frames from elsewhere may open pages", () => {
    const headers = { host, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect(fault(headers, "GET", "/t/abc")).toBeNull();
    expect(fault({ ...headers, "sec-fetch-dest": "iframe" }, "GET", "/embed/abc")).toBeNull();
    expect(fault(headers, "POST", "/trace")).not.toBeNull();
  });
});

test("a server that listens on every address answers to each of them", () => {
  const everywhere = ownHosts("0.0.0.0", []);
  const host = [...everywhere].find((name) => /^\d+\./.test(name));
  expect(host).toBeDefined();
  expect(findOriginFault({ method: "GET", pathname: "/", headers: new Headers({ host: `${host}:80` }) }, everywhere)).toBeNull();
  expect(everywhere.has("0.0.0.0")).toBe(false);
});
