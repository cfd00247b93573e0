-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Recording" (
    "id" TEXT NOT NULL,
    "header" JSON NOT NULL,
    "end" JSON NOT NULL,
    "status" TEXT NOT NULL,
    "steps" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "stream" BYTEA NOT NULL,
    "streamBytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL,
    "recordingId" TEXT NOT NULL,
    "view" JSON NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Example" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "entry" JSON NOT NULL,

    CONSTRAINT "Example_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "Recording_expiresAt_idx" ON "Recording"("expiresAt");

-- CreateIndex
CREATE INDEX "Recording_usedAt_idx" ON "Recording"("usedAt");

-- CreateIndex
CREATE INDEX "Link_recordingId_idx" ON "Link"("recordingId");

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_recordingId_fkey" FOREIGN KEY ("recordingId") REFERENCES "Recording"("id") ON DELETE CASCADE ON UPDATE CASCADE;
