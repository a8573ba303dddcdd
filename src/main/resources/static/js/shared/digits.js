import {element} from "./element.js";

/** Where a picture of a split is. */
export const pictureOf = (split, index) => `api/v1/dataset/${split}/${index}`;

/** Where one sees what a network makes of a picture of a split. */
export function insideOf(split, index, model) {
  const query = new URLSearchParams({split, index, ...(model === undefined ? {} : {model})});
  return `./?${query}`;
}

/**
 * A picture of a split that leads inside the network.
 *
 * @param captions lines below it, which are read aloud as well
 * @param model which model to look into; the live one if left out
 */
export function digit(split, index, captions, model) {
  return element(
    "a.digit",
    {href: insideOf(split, index, model)},
    element("img", {src: pictureOf(split, index), alt: "", width: 56, height: 56, loading: "lazy"}),
    ...captions.map((caption) => element("span", {}, caption)),
    element("span.unseen", {}, `, picture ${index} of ${split}: see inside`),
  );
}
