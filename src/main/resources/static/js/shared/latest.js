/** Does some work again whenever it is wanted: one run at a time, and one more for all that was wanted meanwhile. */
export class Latest {
  #work;
  #busy = false;
  #wanted = false;

  /** @param work an async function; it gets a function that says whether nothing newer is wanted */
  constructor(work) {
    this.#work = work;
  }

  want() {
    this.#wanted = true;
    if (!this.#busy) {
      this.#run();
    }
  }

  forget() {
    this.#wanted = false;
  }

  async #run() {
    this.#busy = true;
    while (this.#wanted) {
      this.#wanted = false;
      await this.#work(() => !this.#wanted);
    }
    this.#busy = false;
  }
}
