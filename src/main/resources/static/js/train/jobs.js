import {element} from "../shared/element.js";
import {mark} from "../shared/mark.js";
import {head} from "../shared/table.js";
import {percent, when} from "../shared/words.js";
import {title} from "./states.js";

const COLUMNS = [
  {name: "Show"},
  {name: "Name", order: "name"},
  {name: "State", order: "state"},
  {name: "Epochs", number: true},
  {name: "Best validation loss", order: "validationLoss", number: true},
  {name: "Accuracy there", number: true},
  {name: "Submitted", order: "createdAt"},
  {name: "Model"},
];

/** One page of jobs as a table's head and body. */
export function jobRows(jobs, shown, sort, actions, go) {
  const rows = jobs.map((job) => row(job, shown.includes(job.id), actions));
  const none = element("tr", {}, element("td", {colspan: COLUMNS.length}, "There are none."));
  return [head(COLUMNS, sort, go), element("tbody", {}, ...(rows.length === 0 ? [none] : rows))];
}

function row(job, isShown, actions) {
  const tick = element("input", {
    type: "checkbox",
    "aria-label": `Show ${title(job)}`,
    "data-focus": job.id,
    checked: isShown,
    onchange: (event) => actions.tick(job.id, event.target.checked),
  });
  const {bestValidationLoss: loss, bestValidationAccuracy: accuracy, modelVersion: model} = job;
  return element(
    "tr",
    {},
    element("td", {}, tick),
    element("th", {scope: "row"}, title(job)),
    element("td", {}, `${mark(job.state)} ${job.state}`),
    element("td.number", {}, `${job.progress.epoch} of ${job.recipe.epochs}`),
    element("td.number", {}, loss === null ? "–" : loss.toFixed(4)),
    element("td.number", {}, accuracy === null ? "–" : percent(accuracy, 2)),
    element("td", {}, when(job.createdAt)),
    element("td", {}, model === null ? "–" : element("a", {href: `models.html?version=${model}`}, `Model ${model}`)),
  );
}
