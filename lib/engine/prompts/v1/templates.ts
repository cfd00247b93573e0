import { attempt } from "./attempt";
import { information } from "./information";
import { prediction } from "./prediction";
import { request } from "./request";
import { task } from "./task";
import { writeTests } from "./write-tests";

export const templatesV1 = { version: 1, task, attempt, information, prediction, request, writeTests } as const;
