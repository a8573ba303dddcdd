/** The service's public API; paths are relative to the page, which may lie below a prefix. */

/** The service said no; the message is the problem's own, the fields' ones behind it. */
export class ProblemError extends Error {
  /** @param problem the problem's members, RFC 9457 */
  constructor(status, problem) {
    const fields = (problem.errors ?? []).map((error) => `${error.field}: ${error.message}`);
    super([problem.detail ?? `The service answered ${status}.`, ...fields].join(" "));
    this.status = status;
    this.problem = problem;
  }

  /** Whether the service asks to be asked again later. */
  get isPassing() {
    return this.status === 503;
  }
}

/** Nobody answers at all. */
export class GoneError extends Error {
  constructor() {
    super("The service does not answer. Trying again …");
  }

  get isPassing() {
    return true;
  }
}

/**
 * Asks and gives the response.
 *
 * @throws ProblemError if the service refuses
 * @throws GoneError if nobody answers
 */
export async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new GoneError();
  }
  if (!response.ok) {
    throw new ProblemError(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

/** GET, as JSON. */
export const get = async (path) => (await ask(path, {headers: {Accept: "application/json"}})).json();

/**
 * A request that changes something; its answer as JSON, null where it has none.
 *
 * @param body a file, sent as it is, or what is sent as JSON; none if left out
 */
export async function send(method, path, body, headers = {}) {
  const response = await ask(path, {method, ...content(body, headers)});
  return response.status === 204 ? null : response.json();
}

function content(body, headers) {
  if (body === undefined || body instanceof Blob) {
    return {body, headers};
  }
  return {body: JSON.stringify(body), headers: {"Content-Type": "application/json", ...headers}};
}
