import {get} from "../shared/api.js";
import {element} from "../shared/element.js";
import {mark} from "../shared/mark.js";
import {head} from "../shared/table.js";
import {duration, percent, thousands, when} from "../shared/words.js";
import {POSSIBLE, title} from "./states.js";

const EPOCHS = ["Epoch", "Training loss", "Validation loss", "Training accuracy", "Validation accuracy", "Rate", "Seconds", "Images/s"];
const HISTORY = ["When", "From", "To", "Node", "Why"];

/** One job in words, with what may be done with it. */
export class Panel {
  element;
  #actions;
  #heading = element("span");
  #state = element("p.figures");
  #bar = element("progress", {max: 100, value: 0});
  #progress = element("p.help");
  #recipe = element("p.help");
  #buttons = element("div.buttons");
  #outcome = element("p");
  #links = element("p");
  #table = element("table");
  #history = element("table");
  #shownState = "";
  #shownEpochs = -1;
  #job = null;

  /** @param colour the number of its curves' colour */
  constructor(colour, actions) {
    this.#actions = actions;
    const history = element("details", {}, element("summary", {}, "History"), scroll("History", this.#history));
    history.addEventListener("toggle", () => history.open && this.#showHistory());
    this.element = element(
      "section.job",
      {},
      element("h2", {}, element(`span.swatch.series-${colour}`, {"aria-hidden": "true"}), this.#heading),
      this.#state,
      this.#bar,
      this.#progress,
      this.#buttons,
      this.#recipe,
      this.#outcome,
      this.#links,
      element("details", {}, element("summary", {}, "Epochs as a table"), scroll("Epochs", this.#table)),
      history,
    );
  }

  /** The state that it shows; null before it shows any. */
  get state() {
    return this.#job?.state ?? null;
  }

  remove() {
    this.element.remove();
  }

  /** Shows the job as it stands. */
  show(job, epochs, progress) {
    this.#job = job;
    this.element.setAttribute("aria-label", title(job));
    this.#heading.textContent = title(job);
    this.#state.textContent = `${mark(job.state)} ${job.state}${job.failure === null ? "" : `: ${job.failure}`}`;
    this.#bar.value = progress.percent;
    this.#bar.setAttribute("aria-label", `Progress of ${title(job)}`);
    this.#progress.textContent = far(job, progress);
    this.#recipe.textContent = recipe(job.recipe);
    this.#showButtons(job);
    if (epochs.length !== this.#shownEpochs) {
      this.#shownEpochs = epochs.length;
      this.#table.replaceChildren(head(EPOCHS.map((name) => ({name, number: true}))), element("tbody", {}, ...epochs.map(epochRow)));
    }
  }

  /** Only when the state has changed: a button that has the focus keeps it. */
  #showButtons(job) {
    const state = `${job.state} ${job.modelVersion}`;
    if (state === this.#shownState) {
      return;
    }
    this.#shownState = state;
    const act = (what) => (what === "delete" ? this.#actions.remove(this.#job) : this.#actions.change(this.#job, what));
    const hadFocus = this.#buttons.contains(document.activeElement);
    this.#buttons.replaceChildren(
      ...POSSIBLE[job.state].map((what) => element("button", {type: "button", onclick: () => act(what)}, what[0].toUpperCase() + what.slice(1))),
    );
    if (hadFocus) {
      this.#buttons.querySelector("button")?.focus();
    }
    this.#outcome.textContent = this.#job.promotion?.reason ?? "";
    this.#links.replaceChildren(...links(job));
  }

  async #showHistory() {
    const {transitions} = await get(`api/v1/training-jobs/${this.#job.id}/history`);
    const rows = transitions.map(({at, from, to, node, reason}) =>
      element("tr", {}, ...[when(at), from ?? "–", to, node ?? "–", reason ?? "–"].map((text) => element("td", {}, text))),
    );
    this.#history.replaceChildren(head(HISTORY.map((name) => ({name}))), element("tbody", {}, ...rows));
  }
}

function far(job, {epoch, batch, batchesPerEpoch, imagesPerSecond, percent: done, estimatedEnd}) {
  const place = `Epoch ${epoch} of ${job.recipe.epochs}, batch ${thousands(batch)} of ${thousands(batchesPerEpoch)}, ${done} %`;
  const speed = imagesPerSecond > 0 ? `, ${thousands(Math.round(imagesPerSecond))} images/s` : "";
  const left = estimatedEnd === null ? "" : `, ${duration(Math.max(0, (new Date(estimatedEnd) - Date.now()) / 1000))} left`;
  const node = job.node === null ? "" : `; on ${job.node}`;
  const again = job.attempts > 1 ? `; started ${job.attempts} times` : "";
  return `${place}${speed}${left}${node}${again}.`;
}

function recipe({architecture, engine, epochs, batchSize, learningRate, learningRateSchedule, optimiser, weightDecay, seed, trainingImages}) {
  const decay = weightDecay === 0 ? "" : `, weight decay ${weightDecay}`;
  return (
    `${architecture}: ${epochs} epochs of ${thousands(trainingImages)} images in batches of ${batchSize}, ` +
    `${optimiser} at ${learningRate}, ${learningRateSchedule}${decay}; seed ${seed}, ${engine} engine.`
  );
}

function links(job) {
  const curves = `${job.links.curves.slice(1)}`;
  const model = job.modelVersion;
  const all = [
    element("a", {href: curves, download: "curves.json"}, "Curves as JSON"),
    ...(model === null
      ? []
      : [
          element("a", {href: `models.html?version=${model}`}, `Model ${model}`),
          element("a", {href: `mistakes.html?model=${model}`}, "Its mistakes"),
          element("a", {href: `./?model=${model}`}, "Draw with it"),
        ]),
  ];
  return all.flatMap((link, i) => (i === 0 ? [link] : [" · ", link]));
}

function epochRow(epoch) {
  const figures = [
    epoch.epoch,
    epoch.trainingLoss.toFixed(4),
    epoch.validationLoss.toFixed(4),
    percent(epoch.trainingAccuracy, 2),
    percent(epoch.validationAccuracy, 2),
    epoch.learningRate,
    epoch.seconds.toFixed(2),
    thousands(Math.round(epoch.imagesPerSecond)),
  ];
  return element("tr", {}, ...figures.map((figure) => element("td.number", {}, figure)));
}

function scroll(name, table) {
  return element("div.scroll", {tabindex: 0, role: "group", "aria-label": name}, table);
}
