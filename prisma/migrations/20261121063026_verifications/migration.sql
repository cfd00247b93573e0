-- AlterTable
ALTER TABLE "Benchmark" ADD COLUMN     "isComplete" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "benchmarkId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "runBy" TEXT NOT NULL,
    "programs" INTEGER NOT NULL,
    "harnessVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationCheck" (
    "verificationId" TEXT NOT NULL,
    "problemId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "visiblePassed" BOOLEAN,
    "isExpected" BOOLEAN NOT NULL,
    "reason" TEXT,
    "elapsedMs" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "VerificationCheck_pkey" PRIMARY KEY ("verificationId","problemId","role")
);

-- CreateIndex
CREATE INDEX "Verification_benchmarkId_createdAt_idx" ON "Verification"("benchmarkId", "createdAt");

-- CreateIndex
CREATE INDEX "Verification_status_idx" ON "Verification"("status");

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_benchmarkId_fkey" FOREIGN KEY ("benchmarkId") REFERENCES "Benchmark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationCheck" ADD CONSTRAINT "VerificationCheck_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification"("id") ON DELETE CASCADE ON UPDATE CASCADE;
