import { type NextRequest, NextResponse } from "next/server";
import { readEnvironment } from "@/lib/environment/read-environment";
import { findOriginFault } from "@/lib/http/find-origin-fault";
import { leadsNowhere } from "@/lib/http/leads-nowhere";
import { ownHosts } from "@/lib/http/own-hosts";
import { responseHeaders } from "@/lib/http/response-headers";
import type { ErrorBody } from "@/lib/http/schema";

const environment = readEnvironment(process.env);

/** Every request passes here: a web page elsewhere must not be able to run code on this machine or read what is stored on it. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { method, headers, nextUrl } = request;
  // Addresses are read anew each time: a laptop changes them while the server runs.
  const names = ownHosts(environment.host, environment.allowedHosts);
  const fault = findOriginFault({ method, headers, pathname: nextUrl.pathname }, names);
  if (fault !== null) {
    const body: ErrorBody = { error: { code: "foreign_request", message: fault } };
    return NextResponse.json(body, { status: 403, headers: responseHeaders("/api/") });
  }
  const answerHeaders = responseHeaders(nextUrl.pathname);
  // An address that no page has is answered with the page for it and status 404.
  if (await leadsNowhere(nextUrl.pathname, new Date()))
    return NextResponse.rewrite(new URL("/nowhere", request.url), { headers: answerHeaders });
  return NextResponse.next({ headers: answerHeaders });
}
