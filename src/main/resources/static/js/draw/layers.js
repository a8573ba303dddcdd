import {ink, signed} from "./colours.js";

/** The values of every layer, drawn: maps one beside the other, single units as one strip. */
export class Layers {
  #place = document.getElementById("layers");

  clear() {
    const nothing = document.createElement("p");
    nothing.className = "help";
    nothing.textContent = "Nothing drawn yet.";
    this.#place.replaceChildren(nothing);
  }

  /** Says why there is nothing to show. */
  say(text) {
    this.#place.replaceChildren(text);
  }

  show(layers) {
    this.#place.replaceChildren(...layers.flatMap((layer) => [heading(layer), pictures(layer)]));
  }
}

function heading(layer) {
  const [maps, height, width] = layer.shape;
  const what = height * width === 1 ? `${maps} units` : `${maps} ${maps === 1 ? "map" : "maps"} of ${height}×${width}`;
  const title = document.createElement("h3");
  title.textContent = `${layer.layer}: ${what}, ${layer.smallest.toFixed(2)} to ${layer.largest.toFixed(2)}`;
  return title;
}

function pictures(layer) {
  const [maps, height, width] = layer.shape;
  const isUnits = height * width === 1;
  const row = document.createElement("div");
  row.className = isUnits ? "maps units" : "maps";
  row.setAttribute("role", "img");
  row.setAttribute("aria-label", `${layer.layer}, ${maps} ${isUnits ? "units" : "maps"}`);
  const colour = colours(layer);
  if (layer.layer === "OUTPUT") {
    row.append(...layer.maps.map((map, digit) => named(digit, drawn(map, 32, 32, colour))));
  } else if (isUnits) {
    row.append(drawn([layer.maps.map((map) => map[0][0])], 8, 16, colour));
  } else {
    const cell = Math.max(2, Math.min(8, Math.floor(72 / width)));
    row.append(...layer.maps.map((map) => drawn(map, cell, cell, colour)));
  }
  return row;
}

function named(name, picture) {
  const both = document.createElement("span");
  both.className = "named";
  both.append(picture, String(name));
  return both;
}

function colours(layer) {
  return (layer.layer === "INPUT" ? ink : signed)(layer.smallest, layer.largest);
}

function drawn(grid, cellWidth, cellHeight, colour) {
  const canvas = document.createElement("canvas");
  canvas.width = grid[0].length * cellWidth;
  canvas.height = grid.length * cellHeight;
  const brush = canvas.getContext("2d");
  grid.forEach((values, y) =>
    values.forEach((value, x) => {
      brush.fillStyle = colour(value);
      brush.fillRect(x * cellWidth, y * cellHeight, cellWidth, cellHeight);
    }),
  );
  return canvas;
}
