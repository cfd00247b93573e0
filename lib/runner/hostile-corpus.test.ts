import { describe } from "vitest";
import { describeHostileCorpus } from "@/testing/hostile-corpus";

describe("in the strongest jail of this machine", () => describeHostileCorpus({ kinds: /./ }));
