import {element} from "../shared/element.js";
import {mark} from "../shared/mark.js";
import {when} from "../shared/words.js";

/** What an ensemble is called: its name, or the beginning of its id. */
export const title = ({name, id}) => name ?? `Ensemble ${id.slice(0, 8)}`;

/** One ensemble in words, with what may be done with it. */
export function panel(ensemble, actions) {
  const {id, state, failure, modelVersion, promotion, createdAt, finishedAt, members} = ensemble;
  return element(
    "article.entry",
    {"aria-labelledby": `ensemble-${id}`},
    element("h3", {id: `ensemble-${id}`}, title(ensemble)),
    element("p.figures", {}, `${mark(state)} ${state}${failure === null ? "" : `: ${failure}`}`),
    modelVersion === null ? null : element("p", {}, ...result(modelVersion), ` ${promotion?.reason ?? ""}`),
    element("p.help", {}, `${kind(ensemble)} Submitted ${when(createdAt)}${finishedAt === null ? "" : `, ended ${when(finishedAt)}`}.`),
    element("ol", {}, ...members.map(member)),
    button(ensemble, actions),
  );
}

function kind({size, boosted, combination, members}) {
  const how = combination === "add" ? "their outputs added" : "their probabilities averaged";
  const trained = members.filter(({modelVersion}) => modelVersion !== null).length;
  return `${trained} of ${size} ${boosted ? "boosted " : ""}networks are there; ${how}.`;
}

function result(version) {
  return [
    "It is ",
    element("a", {href: `models.html?version=${version}`}, `Model ${version}`),
    ": ",
    element("a", {href: `mistakes.html?model=${version}`}, "its mistakes"),
    ", ",
    element("a", {href: `./?model=${version}`}, "draw with it"),
    ".",
  ];
}

/** A network: the job that trains it, while that is there, and its model once it is trained. */
function member({job, state, modelVersion}) {
  const training = job === null ? null : element("a", {href: `train.html?jobs=${job}`}, `Job ${job.slice(0, 8)}`);
  const trained = modelVersion === null ? null : element("a", {href: `models.html?version=${modelVersion}`}, `Model ${modelVersion}`);
  const parts = [training, state === null ? null : ` ${mark(state)} ${state}`, training === null || trained === null ? null : ", ", trained];
  return element("li", {}, ...parts);
}

/** The focus stays on it when one takes the place of the other. */
function button(ensemble, actions) {
  const isRunning = ensemble.state === "RUNNING";
  return element(
    "button",
    {type: "button", "data-focus": ensemble.id, onclick: () => (isRunning ? actions.cancel(ensemble) : actions.remove(ensemble))},
    `${isRunning ? "Cancel" : "Delete"} ${title(ensemble)}`,
  );
}
