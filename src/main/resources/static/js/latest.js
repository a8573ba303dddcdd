/** Does some work for the newest of many values: one at a time, and those that came meanwhile but for the last are left out. */
export class Latest {
  #work;
  #busy = false;
  #waiting = null;

  constructor(work) {
    this.#work = work;
  }

  offer(value) {
    this.#waiting = {value};
    if (!this.#busy) {
      this.#run();
    }
  }

  /** Leaves out what waits. */
  forget() {
    this.#waiting = null;
  }

  async #run() {
    this.#busy = true;
    while (this.#waiting !== null) {
      const {value} = this.#waiting;
      this.#waiting = null;
      await this.#work(value, () => this.#waiting === null);
    }
    this.#busy = false;
  }
}
