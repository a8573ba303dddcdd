const MARKS = {QUEUED: "…", RUNNING: "▶", PAUSED: "⏸", INTERRUPTED: "…", COMPLETED: "✓", CANCELLED: "■", FAILED: "✗"};

/** A sign for the state of a job or an ensemble, beside its name. */
export const mark = (state) => MARKS[state];
