/** The key under which something may be sent again when its answer got lost: the same for the same until it is taken. */
export class SubmissionKey {
  #text = null;
  #key = null;

  /** @param body what is sent */
  of(body) {
    const text = JSON.stringify(body);
    if (this.#text !== text) {
      this.#text = text;
      // randomUUID is there in secure contexts only, which a page from another machine is not.
      const random = crypto.getRandomValues(new Uint32Array(4));
      this.#key = [...random].map((part) => part.toString(16).padStart(8, "0")).join("");
    }
    return this.#key;
  }

  /** It was taken; the next one is another, even if it is the same. */
  taken() {
    this.#text = null;
  }
}
