-- AlterTable
ALTER TABLE "ArmCount" ADD COLUMN     "unjudged" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "wanted" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Outcome" (
    "armId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "oracle" BOOLEAN NOT NULL,
    "verdict" TEXT NOT NULL,
    "candidates" INTEGER NOT NULL,
    "emptyCandidates" INTEGER NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("armId","taskId","round")
);

-- CreateTable
CREATE TABLE "SentPrompt" (
    "armId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "delivered" BOOLEAN,

    CONSTRAINT "SentPrompt_pkey" PRIMARY KEY ("armId","taskId")
);

-- CreateTable
CREATE TABLE "ImportedFile" (
    "id" TEXT NOT NULL,
    "experimentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT,
    "report" JSONB NOT NULL,

    CONSTRAINT "ImportedFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reference" (
    "id" TEXT NOT NULL,
    "experimentId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Share" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "experimentId" TEXT,
    "title" TEXT NOT NULL,
    "view" JSONB NOT NULL,
    "report" BYTEA NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportedFile_experimentId_position_idx" ON "ImportedFile"("experimentId", "position");

-- CreateIndex
CREATE INDEX "ImportedFile_sha256_idx" ON "ImportedFile"("sha256");

-- CreateIndex
CREATE INDEX "Reference_experimentId_idx" ON "Reference"("experimentId");

-- CreateIndex
CREATE UNIQUE INDEX "Share_tokenHash_key" ON "Share"("tokenHash");

-- CreateIndex
CREATE INDEX "Share_experimentId_createdAt_idx" ON "Share"("experimentId", "createdAt");

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_armId_fkey" FOREIGN KEY ("armId") REFERENCES "Arm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SentPrompt" ADD CONSTRAINT "SentPrompt_armId_fkey" FOREIGN KEY ("armId") REFERENCES "Arm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedFile" ADD CONSTRAINT "ImportedFile_experimentId_fkey" FOREIGN KEY ("experimentId") REFERENCES "Experiment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reference" ADD CONSTRAINT "Reference_experimentId_fkey" FOREIGN KEY ("experimentId") REFERENCES "Experiment"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The counts of samples without a verdict of their own and of prompts that should hold a trace, besides those that are kept already.
CREATE OR REPLACE FUNCTION polytrace_add_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ArmCount" AS c ("armId", "taskId", "round", "samples", "passed", "finals", "finalsPassed", "visiblePassed",
    "infrastructure", "delivered", "truncated", "identical", "promptTokens", "answerTokens", "costUsd", "unjudged",
    "wanted")
  SELECT "armId", "taskId", "round", count(*),
    count(*) FILTER (WHERE "verdict" = 'passed'),
    count(*) FILTER (WHERE "final"),
    count(*) FILTER (WHERE "final" AND "verdict" = 'passed'),
    count(*) FILTER (WHERE "visiblePassed"),
    count(*) FILTER (WHERE "verdict" = 'infrastructure'),
    count(*) FILTER (WHERE "delivered"),
    count(*) FILTER (WHERE "truncated"),
    count(*) FILTER (WHERE "identical"),
    coalesce(sum("promptTokens"), 0), coalesce(sum("answerTokens"), 0), coalesce(sum("costUsd"), 0),
    count(*) FILTER (WHERE "verdict" = 'unjudged'),
    count("delivered")
  FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("armId", "taskId", "round") DO UPDATE SET
    "samples" = c."samples" + excluded."samples", "passed" = c."passed" + excluded."passed",
    "finals" = c."finals" + excluded."finals", "finalsPassed" = c."finalsPassed" + excluded."finalsPassed",
    "visiblePassed" = c."visiblePassed" + excluded."visiblePassed", "infrastructure" = c."infrastructure" + excluded."infrastructure",
    "delivered" = c."delivered" + excluded."delivered", "truncated" = c."truncated" + excluded."truncated",
    "identical" = c."identical" + excluded."identical", "promptTokens" = c."promptTokens" + excluded."promptTokens",
    "answerTokens" = c."answerTokens" + excluded."answerTokens", "costUsd" = c."costUsd" + excluded."costUsd",
    "unjudged" = c."unjudged" + excluded."unjudged", "wanted" = c."wanted" + excluded."wanted";
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION polytrace_remove_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ArmCount" c SET
    "samples" = c."samples" - r.n, "passed" = c."passed" - r.passed, "finals" = c."finals" - r.finals,
    "finalsPassed" = c."finalsPassed" - r.finals_passed, "visiblePassed" = c."visiblePassed" - r.visible_passed,
    "infrastructure" = c."infrastructure" - r.infrastructure, "delivered" = c."delivered" - r.delivered,
    "truncated" = c."truncated" - r.truncated, "identical" = c."identical" - r.identical,
    "promptTokens" = c."promptTokens" - r.prompt_tokens, "answerTokens" = c."answerTokens" - r.answer_tokens,
    "costUsd" = c."costUsd" - r.cost, "unjudged" = c."unjudged" - r.unjudged, "wanted" = c."wanted" - r.wanted
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
      coalesce(sum("costUsd"), 0) AS cost,
      count(*) FILTER (WHERE "verdict" = 'unjudged') AS unjudged,
      count("delivered") AS wanted
    FROM removed GROUP BY 1, 2, 3
  ) r WHERE c."armId" = r."armId" AND c."taskId" = r."taskId" AND c."round" = r."round";
  DELETE FROM "ArmCount" c USING (SELECT DISTINCT "armId", "taskId", "round" FROM removed) r
  WHERE c."armId" = r."armId" AND c."taskId" = r."taskId" AND c."round" = r."round" AND c."samples" = 0;
  RETURN NULL;
END $$;

