-- AlterTable
ALTER TABLE "Experiment" ADD COLUMN     "answerTokens" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "lastRetry" TEXT,
ADD COLUMN     "promptTokens" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "requests" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Sample_createdAt_idx" ON "Sample"("createdAt");
