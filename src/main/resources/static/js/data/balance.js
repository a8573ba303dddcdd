import {element} from "../shared/element.js";
import {percent, thousands} from "../shared/words.js";

/** How many pictures of each digit a split has, as bars on one scale; the chosen digit stands out. */
export function balance({count, classCounts}, chosen) {
  const most = Math.max(...classCounts);
  return classCounts.map((number, digit) =>
    element(
      `li${String(digit) === chosen ? ".most" : ""}`,
      {},
      element("span", {}, digit),
      element("progress", {max: most, value: number, "aria-label": `Pictures of ${digit}`}),
      element("span.share", {}, `${thousands(number)}, ${percent(number / count)}`),
    ),
  );
}
