type KnownArm = { readonly id: string; readonly factors: unknown };

export type Address = { readonly what: string; readonly path: string };

/** What the page of an experiment asks for, with filters that match much, little and nothing. */
export function listAddresses(experimentId: string, arms: readonly KnownArm[]): Address[] {
  const base = `/api/v1/results/${experimentId}`;
  const [first = "", second = ""] = arms.map(({ id }) => id);
  const samples = (filter: string, sort = "order", page = 0) =>
    `${base}/samples?${new URLSearchParams({ filter, sort, page: String(page) })}`;
  return [
    { what: "results page (HTML)", path: `/experiments/${experimentId}` },
    { what: "report", path: base },
    { what: "report with another baseline", path: `${base}?baseline=code` },
    { what: "report with a contrast of one's own", path: `${base}?contrasts=${second}~${first}` },
    { what: "samples page (HTML)", path: `/experiments/${experimentId}?tab=samples` },
    { what: "table, first page", path: samples("") },
    { what: "table, page 50", path: samples("", "order", 50) },
    { what: "filter on model, condition and verdict", path: samples("model:model-3 condition:trace:next verdict:failed") },
    { what: "filter on a verdict", path: samples("verdict:failed") },
    { what: "filter on parts of a problem's name", path: samples("problem:*7") },
    { what: "filter that nothing fits", path: samples("tokens>500 problem:*7") },
    { what: "sort by problem", path: samples("", "problem") },
    { what: "sort by verdict, page 50", path: samples("", "verdict", 50) },
    { what: "groups by condition", path: `${base}/groups?filter=&by=condition` },
    { what: "groups by verdict", path: `${base}/groups?filter=&by=verdict` },
    { what: "groups by problem, filtered", path: `${base}/groups?filter=verdict%3Afailed&by=problem` },
    { what: "flips of a contrast", path: `/api/v1/results/flips?arm=${second}&baseline=${first}&metric=pass%401` },
    { what: "matrix of 10 arms", path: `/api/v1/results/matrix?metric=pass%401&arms=${arms.slice(0, 10).map(({ id }) => id)}` },
    { what: "matrix of 100 arms", path: `/api/v1/results/matrix?metric=pass%401&arms=${arms.map(({ id }) => id)}` },
    { what: "one problem with its samples", path: `/api/v1/results/problem?arm=${first}&task=HumanEval%2F3` },
  ];
}
