import {classify, GoneError, lookInside, testPicture, testPictures} from "./api.js";
import {Answer} from "./answer.js";
import {Latest} from "./latest.js";
import {Layers} from "./layers.js";
import {Paper} from "./paper.js";

const RETRY_MILLIS = 2000;
const PICTURE = /^image\/(png|jpeg|gif|bmp)$/;

const answer = new Answer();
const layers = new Layers();
const undo = document.getElementById("undo");
const clear = document.getElementById("clear");
const file = document.getElementById("file");
let label = null;
let retry = null;

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
    const picture = await paper.toPng();
    const start = performance.now();
    const classification = await classify(picture);
    if (paper.isEmpty) {
      return;
    }
    answer.show(classification, performance.now() - start, label);
    say(null);
    if (isNewest()) {
      const inside = await lookInside(picture);
      if (!paper.isEmpty) {
        layers.show(inside.layers);
      }
    }
  } catch (error) {
    say(error.message);
    if (error instanceof GoneError) {
      clearTimeout(retry);
      retry = setTimeout(ask, RETRY_MILLIS);
    }
  }
  if (isNewest()) {
    busy(false);
  }
});

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
    say(null);
  } else {
    busy(true);
    asking.want();
  }
}

function say(text) {
  const problem = document.getElementById("problem");
  problem.hidden = text === null;
  if (problem.textContent !== (text ?? "")) {
    problem.textContent = text ?? "";
  }
}

async function open(picture) {
  if (!picture) {
    return;
  }
  if (!PICTURE.test(picture.type)) {
    say(`A PNG, JPEG, GIF or BMP picture is needed; ${picture.name || "this"} is ${picture.type || "of an unknown kind"}.`);
    return;
  }
  try {
    paper.show(await createImageBitmap(picture));
  } catch {
    say(`${picture.name || "The picture"} cannot be read.`);
  }
}

async function openTestDigit() {
  try {
    const {label: truth, pixels} = await testPicture(Math.floor(Math.random() * (await testPictures())));
    const side = Math.sqrt(pixels.flat().length);
    const picture = new ImageData(side, side);
    pixels.flat().forEach((pixel, i) => picture.data.set([255 - pixel, 255 - pixel, 255 - pixel, 255], 4 * i));
    paper.show(await createImageBitmap(picture));
    label = truth;
  } catch (error) {
    say(error.message);
  }
}

undo.addEventListener("click", () => paper.undo());
clear.addEventListener("click", () => paper.clear());
document.getElementById("random").addEventListener("click", openTestDigit);
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
