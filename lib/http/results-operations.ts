import { z } from "zod";
import { importRequestSchema, pieceQuerySchema } from "@/lib/imports/api-schema";
import { attachOutcomeSchema, attachRequestSchema } from "@/lib/references/attached-table";
import { armChoicesSchema, compareQuerySchema } from "@/lib/results/compare-schema";
import { drilledProblemSchema, flipsQuerySchema, flipsSchema, problemQuerySchema } from "@/lib/results/drill-schema";
import { groupsQuerySchema, groupsSchema } from "@/lib/results/groups-schema";
import { matrixQuerySchema, matrixSchema } from "@/lib/results/matrix-schema";
import { runsSchema } from "@/lib/results/runs-schema";
import { exportQuerySchema, samplesPageSchema, samplesQuerySchema } from "@/lib/results/samples-schema";
import { reportSettingSchema } from "@/lib/results/setting-schema";
import { shareListSchema, shareOutcomeSchema, shareRequestSchema } from "@/lib/shares/schema";
import { savedViewListSchema, savedViewSchema, saveViewRequestSchema } from "@/lib/views/schema";
import type { ApiOperation } from "./api-operations";

const experiment = { id: z.string() };
/** Arms, estimates, contrasts, delivery and warnings, as the results page shows them. */
const reportSchema = z.record(z.string(), z.unknown());

/** Addresses of results, shares and imports. */
export const resultsOperations: readonly ApiOperation[] = [
  {
    method: "get",
    path: "/api/v1/results/{id}",
    summary: "Read an experiment's report: arms, estimates, paired contrasts, delivery and warnings",
    parameters: experiment,
    query: reportSettingSchema,
    answers: { 200: reportSchema },
    errors: [404, 422],
  },
  {
    method: "post",
    path: "/api/v1/results/{id}/references",
    summary: "Attach a published table (CSV), whose cells are compared with what the results give",
    parameters: experiment,
    body: attachRequestSchema,
    answers: { 201: attachOutcomeSchema },
    errors: [400, 404, 413, 415, 422],
  },
  {
    method: "delete",
    path: "/api/v1/results/{id}/references/{reference}",
    summary: "Take an attached table off an experiment",
    parameters: { ...experiment, reference: z.string() },
    answers: { 200: z.object({ removed: z.literal(true) }) },
    errors: [404],
  },
  {
    method: "get",
    path: "/api/v1/results/matrix",
    summary: "Read a metric of some arms, problem by problem",
    query: matrixQuerySchema,
    answers: { 200: matrixSchema },
    errors: [422],
  },
  {
    method: "get",
    path: "/api/v1/results/{id}/samples",
    summary: "Read samples as filtered and sorted, a page at a time",
    parameters: experiment,
    query: samplesQuerySchema,
    answers: { 200: samplesPageSchema },
    errors: [422],
  },
  {
    method: "get",
    path: "/api/v1/results/{id}/groups",
    summary: "Count samples as filtered by model, condition, arm, problem or verdict",
    parameters: experiment,
    query: groupsQuerySchema,
    answers: { 200: groupsSchema },
    errors: [422],
  },
  {
    method: "get",
    path: "/api/v1/results/{id}/export",
    summary: "Download samples exactly as filtered",
    parameters: experiment,
    query: exportQuerySchema,
    answers: { 200: null },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/results/arms",
    summary: "List the arms of all experiments, to compare them",
    answers: { 200: armChoicesSchema },
    errors: [],
  },
  {
    method: "get",
    path: "/api/v1/results/comparison",
    summary: "Compare arms of any experiments on their common problems",
    query: compareQuerySchema,
    answers: { 200: reportSchema },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/results/flips",
    summary: "List the problems that differ between an arm and its baseline",
    query: flipsQuerySchema,
    answers: { 200: flipsSchema },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/results/problem",
    summary: "Read one problem's samples in an arm: prompts, programs and verdicts",
    query: problemQuerySchema,
    answers: { 200: drilledProblemSchema },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/results/runs",
    summary: "Read how programs of a problem are started, to record what they do",
    query: problemQuerySchema,
    answers: { 200: runsSchema },
    errors: [404, 422],
  },
  {
    method: "get",
    path: "/api/v1/shares",
    summary: "List the shares of an experiment, or without one those of comparisons",
    query: z.object({ experiment: z.string().min(1).max(60).nullable().default(null) }),
    answers: { 200: shareListSchema },
    errors: [422],
  },
  {
    method: "post",
    path: "/api/v1/shares",
    summary: "Share a view of an experiment, pinned to its data",
    body: shareRequestSchema,
    answers: { 201: shareOutcomeSchema },
    errors: [400, 404, 413, 415, 422],
  },
  {
    method: "delete",
    path: "/api/v1/shares/{id}",
    summary: "Revoke a share",
    parameters: experiment,
    answers: { 200: z.object({ revoked: z.literal(true) }) },
    errors: [404],
  },
  {
    method: "get",
    path: "/api/v1/views",
    summary: "List the comparisons that were kept under a name",
    answers: { 200: savedViewListSchema },
    errors: [],
  },
  {
    method: "post",
    path: "/api/v1/views",
    summary: "Keep a comparison under a name, in place of an earlier one of that name",
    body: saveViewRequestSchema,
    answers: { 201: savedViewSchema },
    errors: [400, 413, 415, 422],
  },
  {
    method: "delete",
    path: "/api/v1/views/{id}",
    summary: "Let a kept comparison go",
    parameters: experiment,
    answers: { 200: z.object({ deleted: z.literal(true) }) },
    errors: [404],
  },
  {
    method: "post",
    path: "/api/v1/uploads",
    summary: "Send a piece of a file to import, as bytes",
    query: pieceQuerySchema,
    answers: { 200: z.object({ bytes: z.int() }) },
    errors: [413, 422],
  },
  {
    method: "post",
    path: "/api/v1/imports",
    summary: "Import uploaded files; the answer is a stream of JSON lines that tell the progress",
    body: importRequestSchema,
    answers: { 200: null },
    errors: [400, 413, 415, 422],
  },
];
