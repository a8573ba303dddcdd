import {GoneError} from "../shared/api.js";
import {isEnsemble} from "../shared/ensemble.js";
import {Notice} from "../shared/notice.js";
import {Answer} from "./answer.js";
import {Kernels} from "./kernels.js";
import {Latest} from "../shared/latest.js";
import {Layers} from "./layers.js";
import {manyNetworks} from "./many-networks.js";
import {labelledPicture, Network, testPictures} from "./network.js";
import {Paper} from "./paper.js";

const RETRY_MILLIS = 2000;
const PICTURE = /^image\/(png|jpeg|gif|bmp)$/;

const query = new URLSearchParams(location.search);
const network = new Network(query.get("model"));
const notice = new Notice();
const answer = new Answer();
const layers = new Layers();
const kernels = new Kernels();
const undo = document.getElementById("undo");
const clear = document.getElementById("clear");
const file = document.getElementById("file");
let label = null;
let retry = null;

/** The model that answers, whose kernels are shown; null while none is known. */
let known = null;

const paper = new Paper(document.getElementById("paper"), () => {
  label = null;
  ask();
});

/** One request at a time, always for what the paper shows last. */
const asking = new Latest(async (isNewest) => {
  if (paper.isEmpty) {
    return;
  }
  try {
    const picture = await paper.toPicture();
    const start = performance.now();
    const classification = await network.classify(picture);
    if (paper.isEmpty) {
      return;
    }
    answer.show(classification, performance.now() - start, label);
    notice.say(null);
    if (known?.version !== classification.modelVersion) {
      await meet();
    }
    const inside = isNewest() && !isEnsemble(known) ? await network.lookInside(picture) : null;
    if (paper.isEmpty) {
      return;
    }
    if (isEnsemble(known)) {
      layers.say(manyNetworks(known, "layers", query));
    } else if (inside !== null) {
      layers.show(inside.layers);
    }
  } catch (error) {
    notice.say(error.message);
    if (error instanceof GoneError) {
      clearTimeout(retry);
      retry = setTimeout(ask, RETRY_MILLIS);
    }
  }
  if (isNewest()) {
    busy(false);
  }
});

/** Learns which model answers, and shows its kernels; another may have gone live. */
async function meet() {
  const model = await network.model();
  if (isEnsemble(model)) {
    kernels.say(manyNetworks(model, "kernels", query));
  } else {
    kernels.show(await network.kernels(model.version));
  }
  known = model;
}

/** Tells screen readers, and tests, that what is shown is not what is on the paper yet. */
function busy(is) {
  document.querySelector("main").setAttribute("aria-busy", String(is));
}

function ask() {
  undo.disabled = paper.isEmpty;
  clear.disabled = paper.isEmpty;
  if (paper.isEmpty) {
    asking.forget();
    busy(false);
    answer.clear();
    layers.clear();
    notice.say(null);
  } else {
    busy(true);
    asking.want();
  }
}

async function open(picture) {
  if (!picture) {
    return;
  }
  if (!PICTURE.test(picture.type)) {
    notice.say(`A PNG, JPEG, GIF or BMP picture is needed; ${picture.name || "this"} is ${picture.type || "of an unknown kind"}.`);
    return;
  }
  try {
    paper.show(await createImageBitmap(picture), picture);
  } catch {
    notice.say(`${picture.name || "The picture"} cannot be read.`);
  }
}

/** Puts a picture of the data set on the paper; the network gets its very pixels. */
async function openLabelled(split, index) {
  const {label: truth, file: picture} = await labelledPicture(split, index);
  paper.show(await createImageBitmap(picture), picture, {lightOnDark: true});
  label = truth;
}

undo.addEventListener("click", () => paper.undo());
clear.addEventListener("click", () => paper.clear());
document
  .getElementById("random")
  .addEventListener("click", () =>
    notice.trying(async () => openLabelled("test", Math.floor(Math.random() * (await testPictures())))),
  );
file.addEventListener("change", () => {
  open(file.files[0]);
  file.value = "";
});
document.addEventListener("paste", (event) => open(event.clipboardData?.files[0]));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  open(event.dataTransfer?.files[0]);
});

notice.trying(meet);
if (query.has("index")) {
  notice.trying(() => openLabelled(query.get("split") ?? "test", query.get("index")));
}
if (query.has("model")) {
  answer.askedFor(query.get("model"));
}
