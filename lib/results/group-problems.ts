/** How problems are put into groups that are drawn together, by what their ids say. */
export const clusterRules = ["none", "before-slash", "before-last-part"] as const;
export type ClusterRule = (typeof clusterRules)[number];

/**
 * Problem id to group id, for errors that allow for problems of one origin being alike; null where nothing is to be grouped.
 * `before-slash`: what stands before the first slash (`question_1/wrong_1_001` → `question_1`); `before-last-part`: all but the last
 * part (`abc301_a` → `abc301`). Ids without such a part are groups of their own. Pure.
 */
export function groupProblems(taskIds: Iterable<string>, rule: ClusterRule): ReadonlyMap<string, string> | null {
  if (rule === "none") return null;
  return new Map([...taskIds].map((taskId) => [taskId, nameGroup(taskId, rule)]));
}

function nameGroup(taskId: string, rule: Exclude<ClusterRule, "none">): string {
  const pattern = rule === "before-slash" ? /^([^/]+)\/./ : /^(.+)[/_.-][^/_.-]+$/;
  return pattern.exec(taskId)?.[1] ?? taskId;
}

/** The rules that say something of these problems: more than one group, and fewer groups than problems. Pure. */
export function usefulRules(taskIds: readonly string[]): readonly { readonly rule: ClusterRule; readonly groups: number }[] {
  return clusterRules.flatMap((rule) => {
    const groups = new Set(groupProblems(taskIds, rule)?.values()).size;
    return groups > 1 && groups < taskIds.length ? [{ rule, groups }] : [];
  });
}
