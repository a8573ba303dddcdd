import {get} from "../shared/api.js";
import {digit} from "../shared/digits.js";
import {models, offer} from "../shared/model-choice.js";
import {View} from "../shared/view.js";
import {percent, probability, thousands} from "../shared/words.js";
import {Confidence} from "./confidence.js";
import {Matrix} from "./matrix.js";
import {scores} from "./scores.js";

const MOST_WORST = 50;
const MOST_OF_A_CELL = 100;

const choice = document.getElementById("model");
const worst = document.getElementById("worst");
const confidence = new Confidence();
const matrix = new Matrix(document.getElementById("matrix"), (label, predicted) => view.go({label, predicted}));

const view = new View(async (query) => {
  const model = query.get("model") ?? "live";
  const path = `api/v1/models/${encodeURIComponent(model)}/evaluation`;
  const [all, evaluation] = await Promise.all([models(), get(path)]);
  offer(choice, all, model);
  matrix.show(evaluation.confusionMatrix, query.get("label"), query.get("predicted"));
  write("figures", figures(evaluation));
  document.getElementById("scores").replaceChildren(...scores(evaluation.classes));
  const [rejection] = await Promise.all([get(`${path}/rejection`), showExamples(path, evaluation, query)]);
  confidence.show(evaluation, rejection);
});

function figures({images, accuracy, errorRate, loss}) {
  const errors = Math.round(images * errorRate);
  return `${percent(accuracy, 2)} of ${thousands(images)} test digits right; ${thousands(errors)} wrong, ${percent(errorRate, 2)}. Loss ${loss.toFixed(4)}.`;
}

/** Those of the chosen cell, or the most confident errors. */
async function showExamples(path, evaluation, query) {
  const [label, predicted] = [query.get("label"), query.get("predicted")];
  const isCell = label !== null && predicted !== null;
  const wanted = new URLSearchParams({
    correct: isCell && label === predicted,
    limit: isCell ? MOST_OF_A_CELL : MOST_WORST,
    ...(isCell ? {label, predicted} : {}),
  });
  const {examples, total} = await get(`${path}/examples?${wanted}`);
  const found = examples.length === total ? thousands(total) : `${examples.length} of ${thousands(total)}`;
  const order = "the most confident first; choose one to look inside.";
  worst.hidden = !isCell;
  write("examples-heading", !isCell ? "The worst errors" : label === predicted ? `${label} known as ${label}` : `${label} taken for ${predicted}`);
  write("examples-help", total === 0 ? "There are none." : `${found}, ${order}`);
  document.getElementById("examples").replaceChildren(
    ...examples.map((example) => {
      const item = document.createElement("li");
      item.append(
        digit(
          "test",
          example.index,
          [`${example.label} → ${example.predicted}`, probability(example.confidence)],
          evaluation.modelVersion,
        ),
      );
      return item;
    }),
  );
}

function write(id, text) {
  document.getElementById(id).textContent = text;
}

choice.addEventListener("change", () => view.go({model: choice.value}));
worst.addEventListener("click", () => {
  view.go({label: null, predicted: null});
  document.getElementById("matrix").querySelector("button[tabindex='0']").focus();
});
