import {element} from "../shared/element.js";
import {thousands} from "../shared/words.js";

const DIGITS = [...Array(10).keys()];
const FAINTEST = 0.12;
const DARKEST = 0.7;
const MOVES = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]};

/** The confusion matrix as a heat map of buttons: one stop of the tab key, arrows within. */
export class Matrix {
  #table;
  #chosen;
  #cells = [];

  /** @param chosen is called with the true and the predicted digit of a cell */
  constructor(table, chosen) {
    this.#table = table;
    this.#chosen = chosen;
    table.addEventListener("keydown", (event) => this.#move(event));
  }

  /**
   * @param counts how often each true digit (row) was taken for each (column)
   * @param label of the chosen cell's row, and `predicted` of its column, as in the address; null for none
   */
  show(counts, label, predicted) {
    const focused = this.#position(document.activeElement);
    const most = (isHit) => Math.max(1, ...counts.flatMap((row, i) => row.filter((_, j) => (i === j) === isHit)));
    const greatest = {true: most(true), false: most(false)};
    this.#cells = counts.map((row, i) =>
      row.map((count, j) => {
        const isChosen = String(i) === label && String(j) === predicted;
        return this.#cell(i, j, count, count / greatest[i === j], isChosen);
      }),
    );
    const heading = element("tr", {}, element("td"), ...DIGITS.map((name) => element("th", {scope: "col"}, name)));
    const rows = this.#cells.map((row, i) => element("tr", {}, element("th", {scope: "row"}, i), ...row.map((cell) => cell.parentElement)));
    this.#table.replaceChildren(element("thead", {}, heading), element("tbody", {}, ...rows));
    this.#enter(this.#cells[focused?.[0] ?? label ?? 0]?.[focused?.[1] ?? predicted ?? 0] ?? this.#cells[0][0]);
    if (focused !== null) {
      this.#cells[focused[0]][focused[1]].focus();
    }
  }

  #cell(i, j, count, share, isChosen) {
    const what = i === j ? `${i} known as ${i}` : `${i} taken for ${j}`;
    const button = element(
      "button",
      {
        type: "button",
        tabindex: -1,
        "aria-pressed": String(isChosen),
        "aria-label": `${what}: ${thousands(count)}`,
        onclick: () => this.#chosen(i, j),
      },
      count,
    );
    const cell = element(`td.${i === j ? "hit" : "error"}`, {}, button);
    cell.style.setProperty("--heat", count === 0 ? "0%" : `${100 * (FAINTEST + (DARKEST - FAINTEST) * share)}%`);
    cell.classList.toggle("none", count === 0);
    return button;
  }

  #position(cell) {
    for (const [i, row] of this.#cells.entries()) {
      const j = row.indexOf(cell);
      if (j >= 0) {
        return [i, j];
      }
    }
    return null;
  }

  #move(event) {
    const from = this.#position(event.target);
    if (from === null || !(event.key in MOVES)) {
      return;
    }
    const [down, right] = MOVES[event.key];
    const to = this.#cells[from[0] + down]?.[from[1] + right];
    if (to !== undefined) {
      this.#enter(to);
      to.focus();
    }
    event.preventDefault();
  }

  /** Makes it the one that the tab key leads to. */
  #enter(cell) {
    this.#cells.flat().forEach((each) => (each.tabIndex = each === cell ? 0 : -1));
  }
}
