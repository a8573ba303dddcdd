import {element} from "./element.js";

/** Whether a model is several networks that answer together. */
export const isEnsemble = (model) => model.members > 1;

/**
 * Links to the models that an ensemble was put together from, as a list in words; empty where its file does not say.
 *
 * @param address gives where a version's link leads to
 */
export function memberLinks(model, address) {
  const members = model.provenance.assembled?.members ?? [];
  const links = members.map(({version}) => element("a", {href: address(version)}, `model ${version}`));
  return links.flatMap((link, i) => (i === 0 ? [link] : [", ", link]));
}
