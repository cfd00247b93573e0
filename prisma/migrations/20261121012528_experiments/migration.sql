-- CreateTable
CREATE TABLE "Benchmark" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "source" JSONB NOT NULL,
    "kinds" TEXT[],
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Benchmark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Problem" (
    "id" TEXT NOT NULL,
    "benchmarkId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "taskId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "difficulty" TEXT,
    "tags" TEXT[],
    "body" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Model" (
    "id" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Experiment" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'run',
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "spec" JSONB,
    "specHash" TEXT,
    "revisions" JSONB NOT NULL DEFAULT '[]',
    "environment" JSONB NOT NULL DEFAULT '{}',
    "spentUsd" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Experiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Arm" (
    "id" TEXT NOT NULL,
    "experimentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "factors" JSONB NOT NULL,
    "problems" INTEGER NOT NULL,

    CONSTRAINT "Arm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "experimentId" TEXT NOT NULL,
    "problemId" TEXT NOT NULL,
    "benchmark" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "decoding" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "error" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Prompt" (
    "id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Generation" (
    "key" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "promptId" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "chain" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reasoning" TEXT,
    "finishReason" TEXT NOT NULL,
    "promptTokens" INTEGER,
    "answerTokens" INTEGER,
    "costUsd" DOUBLE PRECISION,
    "latencyMs" DOUBLE PRECISION NOT NULL,
    "attempts" INTEGER NOT NULL,
    "logprobs" JSONB,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Generation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Judgement" (
    "id" TEXT NOT NULL,
    "generationKey" TEXT NOT NULL,
    "problemHash" TEXT NOT NULL,
    "program" TEXT,
    "visible" JSONB NOT NULL,
    "full" JSONB NOT NULL,
    "harnessVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sample" (
    "id" TEXT NOT NULL,
    "armId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "kind" TEXT,
    "chain" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "generationKey" TEXT,
    "judgementId" TEXT,
    "final" BOOLEAN NOT NULL,
    "verdict" TEXT NOT NULL,
    "visiblePassed" BOOLEAN,
    "suites" JSONB,
    "delivery" JSONB,
    "delivered" BOOLEAN,
    "truncated" BOOLEAN,
    "identical" BOOLEAN,
    "traceTokens" INTEGER,
    "promptTokens" INTEGER,
    "answerTokens" INTEGER,
    "costUsd" DOUBLE PRECISION,
    "latencyMs" DOUBLE PRECISION,
    "detail" TEXT,
    "raw" TEXT,
    "program" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Choice" (
    "id" TEXT NOT NULL,
    "armId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "oracle" BOOLEAN NOT NULL,
    "chain" INTEGER,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "candidates" INTEGER NOT NULL,

    CONSTRAINT "Choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArmCount" (
    "armId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "samples" INTEGER NOT NULL DEFAULT 0,
    "passed" INTEGER NOT NULL DEFAULT 0,
    "finals" INTEGER NOT NULL DEFAULT 0,
    "finalsPassed" INTEGER NOT NULL DEFAULT 0,
    "visiblePassed" INTEGER NOT NULL DEFAULT 0,
    "infrastructure" INTEGER NOT NULL DEFAULT 0,
    "delivered" INTEGER NOT NULL DEFAULT 0,
    "truncated" INTEGER NOT NULL DEFAULT 0,
    "identical" INTEGER NOT NULL DEFAULT 0,
    "promptTokens" BIGINT NOT NULL DEFAULT 0,
    "answerTokens" BIGINT NOT NULL DEFAULT 0,
    "costUsd" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "ArmCount_pkey" PRIMARY KEY ("armId","taskId","round")
);

-- CreateTable
CREATE TABLE "RateGate" (
    "id" TEXT NOT NULL,
    "requestAt" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "tokenAt" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "RateGate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Benchmark_slug_createdAt_idx" ON "Benchmark"("slug", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Benchmark_slug_version_key" ON "Benchmark"("slug", "version");

-- CreateIndex
CREATE INDEX "Problem_benchmarkId_position_idx" ON "Problem"("benchmarkId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Problem_benchmarkId_taskId_kind_key" ON "Problem"("benchmarkId", "taskId", "kind");

-- CreateIndex
CREATE INDEX "Experiment_createdAt_idx" ON "Experiment"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Arm_experimentId_key_key" ON "Arm"("experimentId", "key");

-- CreateIndex
CREATE INDEX "Unit_experimentId_status_idx" ON "Unit"("experimentId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_experimentId_problemId_modelId_decoding_key" ON "Unit"("experimentId", "problemId", "modelId", "decoding");

-- CreateIndex
CREATE UNIQUE INDEX "Judgement_generationKey_problemHash_key" ON "Judgement"("generationKey", "problemHash");

-- CreateIndex
CREATE INDEX "Sample_armId_verdict_idx" ON "Sample"("armId", "verdict");

-- CreateIndex
CREATE INDEX "Sample_generationKey_idx" ON "Sample"("generationKey");

-- CreateIndex
CREATE UNIQUE INDEX "Sample_armId_taskId_chain_round_key" ON "Sample"("armId", "taskId", "chain", "round");

-- CreateIndex
CREATE UNIQUE INDEX "Choice_armId_taskId_key" ON "Choice"("armId", "taskId");

-- AddForeignKey
ALTER TABLE "Problem" ADD CONSTRAINT "Problem_benchmarkId_fkey" FOREIGN KEY ("benchmarkId") REFERENCES "Benchmark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Arm" ADD CONSTRAINT "Arm_experimentId_fkey" FOREIGN KEY ("experimentId") REFERENCES "Experiment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_experimentId_fkey" FOREIGN KEY ("experimentId") REFERENCES "Experiment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "Problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_armId_fkey" FOREIGN KEY ("armId") REFERENCES "Arm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_generationKey_fkey" FOREIGN KEY ("generationKey") REFERENCES "Generation"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Choice" ADD CONSTRAINT "Choice_armId_fkey" FOREIGN KEY ("armId") REFERENCES "Arm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArmCount" ADD CONSTRAINT "ArmCount_armId_fkey" FOREIGN KEY ("armId") REFERENCES "Arm"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Keeps "ArmCount" equal to the samples. Statement-level, so that a bulk insert of a million rows costs one aggregate.
CREATE FUNCTION polytrace_add_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ArmCount" AS c ("armId", "taskId", "round", "samples", "passed", "finals", "finalsPassed", "visiblePassed",
    "infrastructure", "delivered", "truncated", "identical", "promptTokens", "answerTokens", "costUsd")
  SELECT "armId", "taskId", "round", count(*),
    count(*) FILTER (WHERE "verdict" = 'passed'),
    count(*) FILTER (WHERE "final"),
    count(*) FILTER (WHERE "final" AND "verdict" = 'passed'),
    count(*) FILTER (WHERE "visiblePassed"),
    count(*) FILTER (WHERE "verdict" = 'infrastructure'),
    count(*) FILTER (WHERE "delivered"),
    count(*) FILTER (WHERE "truncated"),
    count(*) FILTER (WHERE "identical"),
    coalesce(sum("promptTokens"), 0), coalesce(sum("answerTokens"), 0), coalesce(sum("costUsd"), 0)
  FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("armId", "taskId", "round") DO UPDATE SET
    "samples" = c."samples" + excluded."samples", "passed" = c."passed" + excluded."passed",
    "finals" = c."finals" + excluded."finals", "finalsPassed" = c."finalsPassed" + excluded."finalsPassed",
    "visiblePassed" = c."visiblePassed" + excluded."visiblePassed", "infrastructure" = c."infrastructure" + excluded."infrastructure",
    "delivered" = c."delivered" + excluded."delivered", "truncated" = c."truncated" + excluded."truncated",
    "identical" = c."identical" + excluded."identical", "promptTokens" = c."promptTokens" + excluded."promptTokens",
    "answerTokens" = c."answerTokens" + excluded."answerTokens", "costUsd" = c."costUsd" + excluded."costUsd";
  RETURN NULL;
END $$;

CREATE FUNCTION polytrace_remove_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ArmCount" c SET
    "samples" = c."samples" - r.n, "passed" = c."passed" - r.passed, "finals" = c."finals" - r.finals,
    "finalsPassed" = c."finalsPassed" - r.finals_passed, "visiblePassed" = c."visiblePassed" - r.visible_passed,
    "infrastructure" = c."infrastructure" - r.infrastructure, "delivered" = c."delivered" - r.delivered,
    "truncated" = c."truncated" - r.truncated, "identical" = c."identical" - r.identical,
    "promptTokens" = c."promptTokens" - r.prompt_tokens, "answerTokens" = c."answerTokens" - r.answer_tokens,
    "costUsd" = c."costUsd" - r.cost
  FROM (
    SELECT "armId", "taskId", "round", count(*) AS n,
      count(*) FILTER (WHERE "verdict" = 'passed') AS passed,
      count(*) FILTER (WHERE "final") AS finals,
      count(*) FILTER (WHERE "final" AND "verdict" = 'passed') AS finals_passed,
      count(*) FILTER (WHERE "visiblePassed") AS visible_passed,
      count(*) FILTER (WHERE "verdict" = 'infrastructure') AS infrastructure,
      count(*) FILTER (WHERE "delivered") AS delivered,
      count(*) FILTER (WHERE "truncated") AS truncated,
      count(*) FILTER (WHERE "identical") AS identical,
      coalesce(sum("promptTokens"), 0) AS prompt_tokens, coalesce(sum("answerTokens"), 0) AS answer_tokens,
      coalesce(sum("costUsd"), 0) AS cost
    FROM removed GROUP BY 1, 2, 3
  ) r WHERE c."armId" = r."armId" AND c."taskId" = r."taskId" AND c."round" = r."round";
  DELETE FROM "ArmCount" c USING (SELECT DISTINCT "armId", "taskId", "round" FROM removed) r
  WHERE c."armId" = r."armId" AND c."taskId" = r."taskId" AND c."round" = r."round" AND c."samples" = 0;
  RETURN NULL;
END $$;

CREATE TRIGGER sample_counts_insert AFTER INSERT ON "Sample" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_add_counts();
CREATE TRIGGER sample_counts_delete AFTER DELETE ON "Sample" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_remove_counts();
CREATE TRIGGER sample_counts_update_out AFTER UPDATE ON "Sample" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_remove_counts();
CREATE TRIGGER sample_counts_update_in AFTER UPDATE ON "Sample" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_add_counts();
