const RETRY_MILLIS = 2000;

/** The page's one line for what is wrong: the problem's own words, or that the service is gone. */
export class Notice {
  #line = document.getElementById("problem");
  #retries = new Map();
  #cause = null;

  /** Says it; null takes it back. */
  say(text) {
    this.#cause = null;
    this.#line.hidden = text === null;
    // Read aloud at every change, so only at a change.
    if (this.#line.textContent !== (text ?? "")) {
      this.#line.textContent = text ?? "";
    }
  }

  /**
   * Does the work; says what is wrong with it until it is done, and does it again while the service is gone or asks to
   * wait.
   *
   * @param work an async function; one that waits to be tried again is not started twice
   * @returns whether it was done at once
   */
  async trying(work) {
    clearTimeout(this.#retries.get(work));
    this.#retries.delete(work);
    try {
      await work();
      if (this.#cause === work) {
        this.say(null);
      }
      return true;
    } catch (error) {
      this.say(error.message);
      this.#cause = work;
      if (error.isPassing) {
        this.#retries.set(
          work,
          setTimeout(() => this.trying(work), RETRY_MILLIS),
        );
      }
      return false;
    }
  }
}
