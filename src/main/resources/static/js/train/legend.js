import {element} from "../shared/element.js";
import {percent} from "../shared/words.js";
import {title} from "./states.js";

/** Which colour is whose, with the last and the best figures in words. */
export function legend({colour, job, epochs}) {
  const last = epochs.at(-1);
  const best = epochs.find(({epoch}) => epoch === job.bestEpoch) ?? null;
  return element(
    "li",
    {},
    element(`span.swatch.series-${colour}`, {"aria-hidden": "true"}),
    element("strong", {}, title(job)),
    last === undefined ? ": no epoch has ended yet" : `: ${figures("epoch", last)}${best === null ? "" : `; ${figures("best epoch", best)}`}`,
  );
}

function figures(what, {epoch, trainingLoss, validationLoss, trainingAccuracy, validationAccuracy}) {
  const loss = `loss ${trainingLoss.toFixed(4)} training, ${validationLoss.toFixed(4)} validation`;
  return `${what} ${epoch}: ${loss}, accuracy ${percent(trainingAccuracy, 2)} and ${percent(validationAccuracy, 2)}`;
}
