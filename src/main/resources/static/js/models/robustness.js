import {element} from "../shared/element.js";
import {percent} from "../shared/words.js";

/** How a version does on corrupted digits; measured on demand, as it takes seconds the first time. */
export function robustness(version, actions) {
  const line = element("p", {role: "status"});
  const place = element("div");
  const show = (measured) => {
    line.textContent = `${percent(measured.meanErrorRate, 2)} wrong on average under ${measured.corruptions.length} corruptions, ${percent(measured.cleanErrorRate, 2)} without.`;
    place.replaceChildren(...results(measured.corruptions));
  };
  const measure = async () => {
    line.textContent = "Measuring …";
    if (!(await actions.measure(version, show))) {
      line.textContent = "";
    }
  };
  return [
    element("h4", {}, "Robustness"),
    element("button", {type: "button", id: "measure", "data-focus": "measure", onclick: measure}, "How robust is it?"),
    line,
    place,
  ];
}

function results(corruptions) {
  return [
    element("div.scroll", {tabindex: 0, role: "group", "aria-label": "Errors under corruptions"}, table(corruptions)),
    element("img", {src: "api/v1/corruptions", alt: "The first five test digits under each corruption"}),
  ];
}

function table(corruptions) {
  return element(
    "table",
    {},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", {scope: "col"}, "Corruption"),
        element("th.number", {scope: "col"}, "Error"),
        element("th", {scope: "col"}, "What it does"),
      ),
    ),
    element(
      "tbody",
      {},
      ...corruptions.map(({title, description, errorRate}) =>
        element(
          "tr",
          {},
          element("th", {scope: "row"}, title),
          element("td.number", {}, percent(errorRate, 2)),
          element("td", {}, description),
        ),
      ),
    ),
  );
}
