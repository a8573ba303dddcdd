import {element} from "../shared/element.js";
import {isEnsemble, memberLinks} from "../shared/ensemble.js";
import {percent, thousands, when} from "../shared/words.js";
import {robustness} from "./robustness.js";

const SAFETENSORS = ["safetensors", "safetensors", "for Python, in one line"];
const FILES = [["onnx", "ONNX", "for ONNX Runtime in any language"], SAFETENSORS, ["dl4j", "Deeplearning4j", "for plain Deeplearning4j"]];

/** One version in full, what one may do with it, and its files. */
export function details(model, current, actions) {
  const version = model.version;
  const isLive = version === current?.version;
  return [
    element("h3", {}, `Model ${version}`),
    element(
      "div.buttons",
      {},
      element(
        "button",
        {type: "button", id: "promote", disabled: isLive, onclick: () => actions.promote(model, current)},
        isLive ? "It is live" : "Make it live",
      ),
      element("a.button", {href: `mistakes.html?model=${version}`}, "See its mistakes"),
      element("a.button", {href: `./?model=${version}`}, "Draw with it"),
      element("button", {type: "button", id: "delete", onclick: () => actions.deleteModel(version)}, "Delete"),
    ),
    element(
      "ul",
      {},
      ...(isEnsemble(model) ? [SAFETENSORS] : FILES).map(([path, name, use]) =>
        element("li", {}, element("a", {href: `api/v1/models/${version}/${path}`, download: true}, name), `, ${use}`),
      ),
      isEnsemble(model) ? element("li", {}, "No ONNX and no Deeplearning4j file, which are of a single network: its networks have their own") : null,
      element("li", {}, element("a", {href: `api/v1/models/${version}/card`}, "Model card"), ", with programs that use these files"),
    ),
    element("dl", {}, ...facts(model)),
    ...robustness(version, actions),
  ];
}

function facts(model) {
  const {architecture, parameters, scores, preprocessing, provenance, createdAt, size, sha256} = model;
  const {recipe, job, assembled, ...origin} = provenance;
  const known = {
    Architecture: `${architecture}, ${thousands(parameters)} parameters`,
    Networks: isEnsemble(model) ? element("span", {}, ...networks(model)) : null,
    Validation: `${percent(scores.validationAccuracy, 2)}, loss ${scores.validationLoss.toFixed(4)}`,
    Test: `${percent(scores.testAccuracy, 2)}, loss ${scores.testLoss.toFixed(4)}`,
    Preprocessing: preprocessing && `zeros around to ${preprocessing.inputHeight}×${preprocessing.inputWidth}, then (pixel / 255 − ${preprocessing.mean.toFixed(6)}) · ${preprocessing.scale}`,
    Registered: when(createdAt),
    File: `${thousands(size)} bytes`,
    "SHA-256": element("code", {}, sha256),
    Job: job && element("a", {href: `train.html?jobs=${job}`}, job),
    Recipe: recipe && element("code", {}, JSON.stringify(recipe)),
    ...Object.fromEntries(Object.entries(origin).map(([name, value]) => [spelled(name), name === "trainedAt" ? when(value) : value])),
  };
  return Object.entries(known)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);
}

/** How many there are, how they answer together, and which models they are, where that is known. */
function networks(model) {
  const how = model.combination === "add" ? "whose outputs are added" : "whose probabilities are averaged";
  const links = memberLinks(model, (version) => `models.html?version=${version}`);
  return [`${model.members} ${how}`, ...(links.length === 0 ? [] : [": ", ...links])];
}

/** `datasetFingerprint` as Dataset fingerprint. */
function spelled(name) {
  const words = name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
}
