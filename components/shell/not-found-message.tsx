import Link from "next/link";

export function NotFoundMessage() {
  return (
    <div className="mx-auto grid max-w-prose gap-3 px-6 py-20">
      <p className="font-mono text-soft">404</p>
      <h1 className="text-2xl font-semibold tracking-tight">There is nothing at this address</h1>
      <p className="text-soft">The link may be mistyped, or what it led to is not on this server.</p>
      <p className="flex gap-4">
        <Link href="/trace" className="text-accent underline underline-offset-2">
          Trace a program
        </Link>
        <Link href="/" className="text-accent underline underline-offset-2">
          Home
        </Link>
      </p>
    </div>
  );
}
