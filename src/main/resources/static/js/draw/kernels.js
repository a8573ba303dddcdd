import {element} from "../shared/element.js";
import {signed} from "./colours.js";

const ROOM = 900;
const LARGEST_CELL = 12;

/** The learned kernels of each convolution, in one picture a layer. */
export class Kernels {
  #place = document.getElementById("kernels");

  /** Says why there are none to show. */
  say(text) {
    this.#place.replaceChildren(text);
  }

  /** @param learned the answer of …/kernels */
  show({layers}) {
    this.#place.replaceChildren(...layers.flatMap((layer) => [heading(layer), picture(layer)]));
  }
}

function heading({layer, shape: [maps, inputs, height, width], kernels, smallest, largest}) {
  const all = kernels.length === maps * inputs ? `${maps}×${inputs}` : `${kernels.length} of ${maps}×${inputs}`;
  return element("h3", {}, `${layer}: ${all} kernels of ${height}×${width}, ${smallest.toFixed(2)} to ${largest.toFixed(2)}`);
}

/** Many maps get small cells, so that all are seen at once. */
function picture({layer, shape: [maps, inputs, height, width], kernels, smallest, largest}) {
  const cell = Math.max(1, Math.min(LARGEST_CELL, Math.floor(ROOM / maps / (width + 1))));
  const gap = cell === 1 ? 2 : cell;
  const canvas = element("canvas", {
    width: maps * (width * cell + gap) - gap,
    height: inputs * (height * cell + gap) - gap,
    role: "img",
    "aria-label": `${layer}: a column for each of ${maps} maps, a row for each of ${inputs} maps below`,
  });
  const brush = canvas.getContext("2d");
  const colour = signed(smallest, largest);
  for (const {map, input, weights} of kernels) {
    const left = map * (width * cell + gap);
    const top = input * (height * cell + gap);
    weights.forEach((row, y) =>
      row.forEach((weight, x) => {
        brush.fillStyle = colour(weight);
        brush.fillRect(left + x * cell, top + y * cell, cell, cell);
      }),
    );
  }
  return element("div.kernels", {}, canvas);
}
