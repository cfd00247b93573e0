-- Less to do for each sample: one index instead of five, no check of its own for the arm. See docs/decisions/0006.

-- A sample's name is made of these four columns.
ALTER TABLE "Sample" DROP CONSTRAINT "Sample_pkey", DROP COLUMN "id",
  ADD CONSTRAINT "Sample_pkey" PRIMARY KEY USING INDEX "Sample_armId_taskId_chain_round_key";

-- Prisma's schema cannot say indexes of some rows only. None of these has rows of imports, save for infrastructure errors.
DROP INDEX "Sample_armId_verdict_idx";
CREATE INDEX sample_infrastructure ON "Sample" ("armId") WHERE "verdict" = 'infrastructure';
DROP INDEX "Sample_generationKey_idx";
CREATE INDEX sample_generation ON "Sample" ("generationKey") WHERE "generationKey" IS NOT NULL;
DROP INDEX "Sample_createdAt_idx";
CREATE INDEX sample_progress ON "Sample" ("createdAt") WHERE "generationKey" IS NOT NULL;

-- Every sample writes to "ArmCount" by its trigger, and that table's foreign key refuses what has no arm: one check per problem instead
-- of one per sample. Deleting an arm takes the counts first, whose rows a sample that is being written holds, and then its samples.
ALTER TABLE "Sample" DROP CONSTRAINT "Sample_armId_fkey";

CREATE FUNCTION polytrace_delete_samples() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Sample" WHERE "armId" = OLD."id";
  RETURN NULL;
END $$;

-- Triggers of one event run by name: after those of foreign keys, "RI_ConstraintTrigger…".
CREATE TRIGGER arm_samples_delete AFTER DELETE ON "Arm" FOR EACH ROW EXECUTE FUNCTION polytrace_delete_samples();
