import {get} from "../shared/api.js";
import {Latest} from "../shared/latest.js";

const FINAL = ["COMPLETED", "CANCELLED", "FAILED"];

/** Knows one job as it stands, while it stands anywhere: its curve, and how far it is. */
export class Follower {
  job = null;
  progress = null;
  loaded;
  #epochs = new Map();
  #path;
  #notice;
  #changed;
  #events = null;
  #isStopped = false;

  /** The job again, which says which epoch is the best. */
  #again = new Latest(() => this.#notice.trying(this.load));

  /** @param changed is called with `isMore`: whether more than the progress has changed */
  constructor(id, notice, changed) {
    this.#path = `api/v1/training-jobs/${id}`;
    this.#notice = notice;
    this.#changed = changed;
    this.loaded = notice.trying(this.load);
  }

  /** The finished epochs, in order; an epoch comes once, however often it was told of. */
  get epochs() {
    return [...this.#epochs.values()].sort((a, b) => a.epoch - b.epoch);
  }

  /** Asks for everything, and listens for more until the job has ended. */
  load = async () => {
    if (this.#isStopped) {
      return;
    }
    const [job, curves] = await Promise.all([get(this.#path), get(`${this.#path}/curves`)]);
    this.job = job;
    this.progress = job.progress;
    this.#epochs = new Map(curves.epochs.map((epoch) => [epoch.epoch, epoch]));
    if (FINAL.includes(job.state)) {
      this.#events?.close();
      this.#events = null;
    } else if (this.#events === null || this.#events.readyState === EventSource.CLOSED) {
      this.#listen();
    }
    this.#changed({isMore: true});
  };

  stop() {
    this.#isStopped = true;
    this.#events?.close();
  }

  #listen() {
    if (this.#isStopped) {
      return;
    }
    const events = new EventSource(`${this.#path}/events`);
    events.addEventListener("epoch", (event) => {
      const epoch = JSON.parse(event.data);
      if (!this.#epochs.has(epoch.epoch)) {
        this.#epochs.set(epoch.epoch, epoch);
        this.#changed({isMore: true});
        this.#again.want();
      }
    });
    events.addEventListener("progress", (event) => {
      this.progress = JSON.parse(event.data);
      this.#changed({isMore: false});
    });
    events.addEventListener("state", () => this.#again.want());
    // The stream's end, or the service's: whoever answers next says which.
    events.addEventListener("error", () => this.#again.want());
    this.#events = events;
  }
}
