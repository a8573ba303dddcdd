const RETRY_MILLIS = 2000;

/** The page's one line for what is wrong: the problem's own words, or that the service is gone. */
export class Notice {
  #line = document.getElementById("problem");
  #retries = new Map();

  /** Says it; null takes it back. */
  say(text) {
    this.#line.hidden = text === null;
    // Read aloud at every change, so only at a change.
    if (this.#line.textContent !== (text ?? "")) {
      this.#line.textContent = text ?? "";
    }
  }

  /**
   * Does the work; says what is wrong with it, and does it again while the service is gone or asks to wait.
   *
   * @param work an async function; one that is tried again already is not started twice
   * @returns whether it was done at once
   */
  async trying(work) {
    clearTimeout(this.#retries.get(work));
    try {
      await work();
      this.#retries.delete(work);
      if (this.#retries.size === 0) {
        this.say(null);
      }
      return true;
    } catch (error) {
      this.say(error.message);
      if (error.isPassing) {
        this.#retries.set(
          work,
          setTimeout(() => this.trying(work), RETRY_MILLIS),
        );
      } else {
        this.#retries.delete(work);
      }
      return false;
    }
  }
}
