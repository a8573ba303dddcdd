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

/** What a job is called: its name, or the beginning of its id. */
export const title = (job) => job.name ?? `Job ${job.id.slice(0, 8)}`;
