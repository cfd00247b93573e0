import type { Item, Tree, TreeFormat } from "@/lib/formats/format";
import { readText } from "@/lib/formats/input/read-text";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";
import { kept, rejected } from "@/lib/formats/items";
import { evalplusArm } from "@/lib/formats/results/evalplus-arm";
import { importedSample } from "@/lib/formats/results/imported-sample";
import { OneArm } from "@/lib/formats/results/one-arm";

const SAMPLE = /(?:^|\/)((?:HumanEval|Mbpp|BigCodeBench|BigCodeBenchHard)_\d+)\/(\d+)\.py$/;

/** EvalPlus' folder of samples: `HumanEval_0/0.py`, where the task id has `_` for `/`. */
export const evalplusFolder: TreeFormat = {
  id: "evalplus-folder",
  title: "EvalPlus samples (folder)",
  kind: "results",
  version: "1",
  description: "a folder or ZIP with <TASK_ID with / as _>/<number>.py",
  shape: "tree",
  recognize(paths) {
    const samples = paths.filter((path) => SAMPLE.test(path)).length;
    return samples > 0 && samples >= paths.length / 2 ? 0.9 : 0;
  },
  owns: (path) => SAMPLE.test(path),
  read: readFolder,
};

async function* readFolder(tree: Tree): AsyncGenerator<Item> {
  const samples = tree.files.flatMap((file) => {
    const [, folder, number] = SAMPLE.exec(file.path) ?? [];
    return folder === undefined || number === undefined
      ? []
      : [{ file, taskId: folder.replace("_", "/"), number: Number(number) }];
  });
  samples.sort((a, b) => (a.taskId === b.taskId ? a.number - b.number : a.taskId < b.taskId ? -1 : 1));
  const arm = new OneArm(evalplusArm(tree.path, samples[0]?.taskId ?? ""));
  for (const { file, taskId } of samples) {
    try {
      const program = await readText(file);
      const sample = importedSample({
        armKey: arm.arm.key,
        taskId,
        chain: arm.nextChain(taskId),
        text: program,
        form: "program",
      });
      yield kept(null, arm.rows([{ type: "sample", sample }]));
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      yield rejected(null, error.message);
    }
  }
}
