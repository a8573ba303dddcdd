import {get} from "../shared/api.js";
import {digit} from "../shared/digits.js";
import {element} from "../shared/element.js";
import {pager} from "../shared/pager.js";
import {View} from "../shared/view.js";
import {thousands} from "../shared/words.js";
import {balance} from "./balance.js";
import {facts} from "./facts.js";

const A_PAGE = 60;
const SAMPLE = {rows: 6, columns: 10};
const SEEDS = 1_000_000;

const splits = document.getElementById("splits");
const label = document.getElementById("label");
const random = document.getElementById("random");
const ordered = document.getElementById("ordered");

for (let name = 0; name < 10; name++) {
  label.append(element("option", {value: name}, name));
}

const view = new View(async (query) => {
  const split = query.get("split") ?? "train";
  const only = query.get("label");
  const seed = query.get("seed");
  const [dataset, shown] = await Promise.all([get("api/v1/dataset"), pictures(split, only, seed, query.get("page") ?? 0)]);
  offer(dataset.splits, split);
  label.value = only ?? "";
  ordered.hidden = seed === null;
  show(split, only, shown);
  document.getElementById("balance").replaceChildren(...balance(dataset.splits[split], only));
  document.getElementById("facts").replaceChildren(...facts(dataset));
});

/** A page in the file's order, or a random sample where a seed is given. */
function pictures(split, only, seed, page) {
  const chosen = only === null ? {} : {label: only};
  const wanted = seed === null ? {page, size: A_PAGE, ...chosen} : {seed, ...SAMPLE, ...chosen};
  return get(`api/v1/dataset/${encodeURIComponent(split)}${seed === null ? "" : "/samples"}?${new URLSearchParams(wanted)}`);
}

function show(split, only, {pictures: shown, page, totalPages, total}) {
  const what = only === null ? "Pictures" : `Pictures of ${only}`;
  const isSample = total === undefined;
  document.getElementById("pictures-heading").textContent = isSample ? `${what}, ${shown.length} at random` : what;
  document
    .getElementById("pictures")
    .replaceChildren(...shown.map((each) => element("li", {}, digit(split, each.index, [each.label, `#${thousands(each.index)}`]))));
  document
    .getElementById("pages")
    .replaceChildren(...(isSample ? [] : [pager("pictures", page, totalPages, total, (to) => view.go({page: to}))]));
}

function offer(all, chosen) {
  const choices = Object.entries(all).map(([name, {count}]) =>
    element(
      "label",
      {},
      element("input", {
        type: "radio",
        name: "split",
        value: name,
        onchange: () => view.go({split: name, page: null}),
      }),
      ` ${name}, ${thousands(count)}`,
    ),
  );
  if (splits.querySelector("input") === null) {
    splits.append(...choices);
  }
  splits.querySelectorAll("input").forEach((input) => (input.checked = input.value === chosen));
}

label.addEventListener("change", () => view.go({label: label.value, page: null}));
random.addEventListener("click", () => view.go({seed: Math.floor(Math.random() * SEEDS), page: null}));
ordered.addEventListener("click", () => {
  view.go({seed: null});
  random.focus();
});
