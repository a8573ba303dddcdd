import {ask, get} from "../shared/api.js";
import {pictureOf} from "../shared/digits.js";

/** What the service makes of pictures: by the live model, or by the one that the address names. */
export class Network {
  #model;

  /** @param model a version or an alias; null for the live model */
  constructor(model) {
    this.#model = model;
  }

  /** What the model says about a picture, with the 28×28 picture that it saw and the microseconds it took. */
  async classify(picture) {
    const response = await this.#post("api/v1/classifications?normalised=true", picture);
    return {...(await response.json()), microseconds: microseconds(response)};
  }

  /** What every layer makes of a picture. */
  lookInside = async (picture) => (await this.#post("api/v1/classifications/activations?", picture)).json();

  /** The model that is asked, as it is registered. */
  model = () => get(`api/v1/models/${encodeURIComponent(this.#model ?? "live")}`);

  /** The learned kernels of a single network's convolutions. */
  kernels = (version) => get(`api/v1/models/${version}/kernels?layer=all`);

  #post(path, picture) {
    const model = this.#model === null ? "" : `&model=${encodeURIComponent(this.#model)}`;
    const headers = {"Content-Type": picture.type || "application/octet-stream"};
    return ask(path + model, {method: "POST", headers, body: picture});
  }
}

/** How many pictures the test split has. */
export async function testPictures() {
  const dataset = await get("api/v1/dataset");
  return dataset.splits.test.count;
}

/** A picture of a split: its label, and its file as the data set has it. */
export async function labelledPicture(split, index) {
  const path = pictureOf(split, index);
  const [{label}, file] = await Promise.all([get(path), ask(path, {headers: {Accept: "image/png"}})]);
  return {label, file: await file.blob()};
}

/** Of `Server-Timing: decode;dur=0.181, network;dur=0.016`, which is in milliseconds, the network's part. */
function microseconds(response) {
  const network = /\bnetwork;dur=([\d.]+)/.exec(response.headers.get("Server-Timing") ?? "");
  return network === null ? null : 1000 * Number(network[1]);
}
