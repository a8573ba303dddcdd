import {element} from "../shared/element.js";
import {isEnsemble} from "../shared/ensemble.js";
import {head} from "../shared/table.js";
import {percent, thousands, when} from "../shared/words.js";

const COLUMNS = [
  {name: "Compare"},
  {name: "Version", order: "version"},
  {name: "Aliases"},
  {name: "Architecture"},
  {name: "Validation error", order: "validationError", number: true},
  {name: "Test error", order: "testError", number: true},
  {name: "Made"},
  {name: "Job"},
];

/** One page of the registry as a table's head and body. */
export function versions(models, query, sort, actions, go) {
  return [head(COLUMNS, sort, go), element("tbody", {}, ...models.map((model) => row(model, query, actions)))];
}

function row(model, query, actions) {
  const version = model.version;
  const isTicked = [query.get("a"), query.get("b")].includes(String(version));
  const tick = element("input", {
    type: "checkbox",
    "aria-label": `Compare model ${version}`,
    "data-focus": `tick ${version}`,
    checked: isTicked,
    onchange: (event) => actions.tick(version, event.target.checked),
  });
  const look = element(
    "button.link",
    {type: "button", "data-focus": `look ${version}`, "aria-pressed": String(query.get("version") === String(version)), onclick: () => actions.look(version)},
    `Model ${version}`,
  );
  const job = model.provenance.job;
  return element(
    "tr",
    {},
    element("td", {}, tick),
    element("th", {scope: "row"}, look),
    element("td", {}, ...model.aliases.map((alias) => element("span.tag", {}, alias))),
    element("td.wraps", {}, `${model.architecture}, ${isEnsemble(model) ? `${model.members} networks, ` : ""}${thousands(model.parameters)} parameters`),
    element("td.number", {}, percent(1 - model.scores.validationAccuracy, 2)),
    element("td.number", {}, percent(1 - model.scores.testAccuracy, 2)),
    element("td", {}, when(model.createdAt)),
    element("td", {}, job ? element("a", {href: `train.html?jobs=${job}`}, job.slice(0, 8)) : "–"),
  );
}
