import {element} from "../shared/element.js";
import {thousands} from "../shared/words.js";

/** A recipe in words, with the ways to train by it. */
export function recipe({name, title, description, recipe: {architecture, epochs, trainingImages, batchSize, optimiser, learningRate, learningRateSchedule, loss}}) {
  const address = (view) => `${view}?${new URLSearchParams({recipe: name})}`;
  return element(
    "article.entry",
    {},
    element("h3", {}, title, " ", element("code", {}, name)),
    element("p", {}, description),
    element(
      "p.help",
      {},
      `${architecture}: ${epochs} epochs of ${thousands(trainingImages)} images in batches of ${batchSize}; ${optimiser} at ${learningRate}, ${learningRateSchedule}; loss ${loss}.`,
    ),
    element(
      "div.buttons",
      {},
      element("a.button", {href: address("train.html")}, `Train with ${name}`),
      element("a.button", {href: address("ensembles.html")}, `An ensemble of ${name}`),
    ),
  );
}
