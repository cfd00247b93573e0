import { describe, expect, test } from "vitest";
import { publicAddress } from "@/lib/http/public-address";

describe("publicAddress", () => {
  test.each([
    [{ host: "127.0.0.1:3000" }, "http://127.0.0.1:3000/"],
    [{ host: "polytrace.example", "x-forwarded-proto": "https" }, "https://polytrace.example/"],
    [{ host: "polytrace.example", "x-forwarded-proto": "https, http" }, "https://polytrace.example/"],
    [{ host: "polytrace.example", "x-forwarded-proto": "gopher" }, "http://polytrace.example/"],
    [{ host: "[::1]:3000" }, "http://[::1]:3000/"],
    [{ host: "not a host" }, "http://localhost/"],
    [{}, "http://localhost/"],
  ])("%j is %s", (headers, address) => {
    expect(publicAddress(new Headers(headers)).href).toBe(address);
  });
});
