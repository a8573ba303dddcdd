/** The service's public API, as far as the page needs it. */

/** The service said no; the message is the problem's own. */
export class ProblemError extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** Nobody answers at all. */
export class GoneError extends Error {
  constructor() {
    super("The service does not answer. Trying again …");
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new GoneError();
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ProblemError(response.status, problem.detail ?? `The service answered ${response.status}.`);
  }
  return response.json();
}

function post(path, picture) {
  return ask(path, {method: "POST", headers: {"Content-Type": picture.type || "application/octet-stream"}, body: picture});
}

/** What the live model says about a picture, with the 28×28 picture that it saw. */
export const classify = (picture) => post("api/v1/classifications?normalised=true", picture);

/** What every layer makes of a picture. */
export const lookInside = (picture) => post("api/v1/classifications/activations", picture);

/** How many pictures the test split has. */
export async function testPictures() {
  const dataset = await ask("api/v1/dataset");
  return dataset.splits.test.count;
}

/** A picture of the test split: its label and its 784 pixels, light ink on 0. */
export const testPicture = (index) => ask(`api/v1/dataset/test/${index}`, {headers: {Accept: "application/json"}});
