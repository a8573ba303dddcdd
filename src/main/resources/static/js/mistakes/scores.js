import {element} from "../shared/element.js";
import {percent, thousands} from "../shared/words.js";

const COLUMNS = ["Digit", "Precision", "Recall", "Pictures"];

/** The rows of a table with precision and recall of each digit. */
export function scores(classes) {
  const number = (text) => element("td.number", {}, text);
  return [
    element(
      "thead",
      {},
      element("tr", {}, ...COLUMNS.map((name, i) => element(i === 0 ? "th" : "th.number", {scope: "col"}, name))),
    ),
    element(
      "tbody",
      {},
      ...classes.map(({digit, precision, recall, support}) =>
        element(
          "tr",
          {},
          element("th", {scope: "row"}, digit),
          number(percent(precision, 2)),
          number(percent(recall, 2)),
          number(thousands(support)),
        ),
      ),
    ),
  ];
}
