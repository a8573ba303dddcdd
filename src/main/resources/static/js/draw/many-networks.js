import {element} from "../shared/element.js";
import {memberLinks} from "../shared/ensemble.js";

/**
 * Says that an ensemble has nothing of that kind, and leads to its networks, which have.
 *
 * @param what such as layers
 * @param query the view's, so that the same picture is looked at there
 */
export function manyNetworks(model, what, query) {
  const links = memberLinks(model, (version) => {
    const there = new URLSearchParams(query);
    there.set("model", version);
    return `./?${there}`;
  });
  const together = `Model ${model.version} is an ensemble: ${model.members} networks answer together, and each has ${what} of its own.`;
  return element("p.help", {}, together, ...(links.length === 0 ? [] : [" Look into ", ...links, "."]));
}
