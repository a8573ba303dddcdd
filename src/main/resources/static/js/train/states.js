const MARKS = {QUEUED: "…", RUNNING: "▶", PAUSED: "⏸", INTERRUPTED: "…", COMPLETED: "✓", CANCELLED: "■", FAILED: "✗"};

/** What may be done in each state, by the API's own names. */
export const POSSIBLE = {
  QUEUED: ["pause", "cancel"],
  RUNNING: ["pause", "cancel"],
  PAUSED: ["resume", "cancel"],
  INTERRUPTED: ["cancel"],
  COMPLETED: ["delete"],
  CANCELLED: ["retry", "delete"],
  FAILED: ["retry", "delete"],
};

/** A sign for a state, beside its name. */
export const mark = (state) => MARKS[state];

/** What a job is called: its name, or the beginning of its id. */
export const title = (job) => job.name ?? `Job ${job.id.slice(0, 8)}`;
