/** The experiment was paused or cancelled, its budget is used up, or the worker ends: what is unfinished stays to be done. */
export class StopRequested extends Error {
  override readonly name = "StopRequested";
}

/** No sample of this model can come, for a reason that only a person can mend: the experiment pauses and says it. */
export class HopelessError extends Error {
  override readonly name = "HopelessError";
}
