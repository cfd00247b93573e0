import { expect, test } from "vitest";
import { readJsonBody } from "./read-json-body";

function post(body: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }): Request {
  // `duplex` is needed for a body that is a stream; the DOM types do not know it.
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers, duplex: "half" };
  return new Request("http://localhost/", init);
}

test("reads JSON, with a charset too", async () => {
  expect(await readJsonBody(post('{"a":"ü"}', { "content-type": "Application/JSON; charset=utf-8" }), 100)).toEqual({ a: "ü" });
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""])(
  "refuses %j, which a page elsewhere can send without asking",
  async (type) => {
    await expect(readJsonBody(post("{}", { "content-type": type }), 100)).rejects.toMatchObject({
      code: "unsupported_media_type",
    });
  },
);

test("takes a body of exactly the maximum, and no byte more", async () => {
  expect(await readJsonBody(post(`"${"x".repeat(98)}"`), 100)).toHaveLength(98);
  await expect(readJsonBody(post(`"${"x".repeat(99)}"`), 100)).rejects.toMatchObject({ code: "body_too_large" });
});

test("stops reading at the maximum, whatever the length header says", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  const request = post(endless, { "content-type": "application/json" });
  await expect(readJsonBody(request, 10_000)).rejects.toMatchObject({ code: "body_too_large" });
  expect(pulled).toBeLessThan(20);
});

test.each(["", "{", '{"a":1}x', "undefined"])("%j is not JSON", async (body) => {
  await expect(readJsonBody(post(body), 100)).rejects.toMatchObject({ code: "invalid_json" });
});

test("bytes that are not UTF-8 are refused, not replaced", async () => {
  await expect(readJsonBody(post(new Uint8Array([0x22, 0xff, 0x22])), 100)).rejects.toMatchObject({ code: "invalid_json" });
});
