import {probability, thousands} from "../shared/words.js";

/** The network's answer: digit, probabilities, and the picture that it saw. */
export class Answer {
  #digit = document.getElementById("digit");
  #seen = document.getElementById("seen");
  #caption = document.getElementById("seen-caption");
  #model = document.getElementById("model");
  #asked = document.getElementById("asked");
  #rows = [];

  constructor() {
    const list = document.getElementById("probabilities");
    for (let digit = 0; digit < 10; digit++) {
      const row = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = digit;
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.setAttribute("aria-label", `Probability of ${digit}`);
      const share = document.createElement("span");
      share.className = "share";
      row.append(name, bar, share);
      list.append(row);
      this.#rows.push({row, bar, share});
    }
    this.clear();
  }

  clear() {
    this.#digit.textContent = "–";
    this.#seen.hidden = true;
    this.#caption.textContent = "The 28×28 picture that it sees appears here.";
    this.#model.textContent = "";
    this.#rows.forEach(({row, bar, share}) => {
      row.classList.remove("most");
      bar.value = 0;
      share.textContent = "";
    });
  }

  /** Says that not the live model is asked, but this one. */
  askedFor(model) {
    this.#asked.firstElementChild.textContent = `Model ${model} is asked here.`;
    this.#asked.hidden = false;
  }

  /**
   * @param milliseconds from asking to having the answer
   * @param label what the picture is said to be, or null
   */
  show(classification, milliseconds, label) {
    // Said aloud at every change, so only at a change.
    if (this.#digit.textContent !== String(classification.digit)) {
      this.#digit.textContent = classification.digit;
    }
    this.#seen.src = classification.normalised;
    this.#seen.alt = `The digit, centred and scaled to 28 by 28 pixels, light on dark`;
    this.#seen.hidden = false;
    this.#caption.textContent =
      label === null
        ? "The 28×28 picture that it sees."
        : `The 28×28 picture that it sees, labelled ${label}.`;
    const pass = classification.microseconds === null ? "" : `${thousands(Math.round(classification.microseconds))} µs, `;
    this.#model.textContent =
      `Model ${classification.modelVersion} answered, ${probability(classification.confidence)} sure, in ${pass}` +
      `${milliseconds.toFixed(1)} ms with the way there and back.`;
    this.#rows.forEach(({row, bar, share}, digit) => {
      row.classList.toggle("most", digit === classification.digit);
      bar.value = classification.probabilities[digit];
      share.textContent = probability(classification.probabilities[digit]);
    });
  }
}
