import uPlot from "../../webjars/uplot/dist/uPlot.esm.js";
import {title} from "./states.js";

const HEIGHT_EMS = 16;
const LETTERS_EMS = 0.8;
const RING = 6;

/** The curves of several jobs, loss above accuracy, in the colours of the page. */
export class Charts {
  #places;
  #plots = [];
  #runs = [];
  #shape = "";

  constructor(loss, accuracy) {
    this.#places = [
      {place: loss, figure: (epoch, split) => epoch[`${split}Loss`], name: "Loss"},
      {place: accuracy, figure: (epoch, split) => 100 * epoch[`${split}Accuracy`], name: "Accuracy in per cent"},
    ];
    new ResizeObserver(() => this.#resize()).observe(loss);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#build());
  }

  /** @param runs the jobs, each with its epochs and the number of its colour */
  show(runs) {
    this.#runs = runs;
    const shape = JSON.stringify(runs.map(({colour, job}) => [colour, job.id, job.recipe.epochs]));
    if (shape === this.#shape) {
      this.#plots.forEach((plot, i) => plot.setData(this.#data(this.#places[i].figure)));
    } else {
      this.#shape = shape;
      this.#build();
    }
    this.#places.forEach(({place, name}) => place.setAttribute("aria-label", `${name} of ${runs.map(({job}) => title(job)).join(", ") || "no job"}, epoch by epoch`));
  }

  #build() {
    this.#plots.forEach((plot) => plot.destroy());
    this.#plots = this.#places.map(({place, figure}) => {
      place.setAttribute("role", "img");
      return new uPlot(this.#options(place, figure), this.#data(figure), place);
    });
  }

  #options(place, figure) {
    const style = getComputedStyle(place);
    const font = `${LETTERS_EMS * em()}px system-ui, sans-serif`;
    const axis = {
      stroke: style.getPropertyValue("--text"),
      grid: {stroke: style.getPropertyValue("--line"), width: 1},
      font,
      labelFont: font,
      size: 3.2 * em(),
    };
    const epochs = Math.max(1, ...this.#runs.map(({job}) => job.recipe.epochs));
    const series = this.#runs.flatMap(({colour}) => {
      const stroke = style.getPropertyValue(`--series-${colour}`);
      return [
        {stroke, width: 1.5, dash: [6, 4]},
        {stroke, width: 2.5},
      ];
    });
    return {
      width: Math.max(200, place.clientWidth),
      height: HEIGHT_EMS * em(),
      legend: {show: false},
      cursor: {show: false},
      scales: {x: {time: false, range: [epochs === 1 ? 0 : 1, Math.max(2, epochs)]}},
      axes: [{...axis, label: "Epoch", incrs: [1, 2, 5, 10, 20, 50, 100, 200]}, axis],
      series: [{}, ...series],
      hooks: {draw: [(plot) => this.#ringTheBest(plot, figure)]},
    };
  }

  /** Epochs, then training and validation of each job; an epoch that a job has not had is a gap. */
  #data(figure) {
    const longest = Math.max(0, ...this.#runs.map(({epochs}) => epochs.at(-1)?.epoch ?? 0));
    const numbers = Array.from({length: longest}, (_, i) => i + 1);
    const columns = this.#runs.flatMap(({epochs}) => {
      const byNumber = new Map(epochs.map((epoch) => [epoch.epoch, epoch]));
      return ["training", "validation"].map((split) =>
        numbers.map((number) => (byNumber.has(number) ? figure(byNumber.get(number), split) : null)),
      );
    });
    return [numbers, ...columns];
  }

  #ringTheBest(plot, figure) {
    const brush = plot.ctx;
    this.#runs.forEach(({colour, job, epochs}) => {
      const best = epochs.find(({epoch}) => epoch === job.bestEpoch);
      if (best !== undefined) {
        brush.beginPath();
        brush.strokeStyle = getComputedStyle(plot.root).getPropertyValue(`--series-${colour}`);
        brush.lineWidth = 2 * devicePixelRatio;
        const [x, y] = [plot.valToPos(best.epoch, "x", true), plot.valToPos(figure(best, "validation"), "y", true)];
        brush.arc(x, y, RING * devicePixelRatio, 0, 2 * Math.PI);
        brush.stroke();
      }
    });
  }

  #resize() {
    this.#plots.forEach((plot, i) => plot.setSize({width: Math.max(200, this.#places[i].place.clientWidth), height: HEIGHT_EMS * em()}));
  }
}

/** A rem in pixels; it is larger on very wide screens. */
function em() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}
