import {element} from "./element.js";
import {counted, thousands} from "./words.js";

/**
 * The way from page to page of a list.
 *
 * @param what the list is of, as it is read aloud
 * @param page 0 for the first
 * @param go is called with another page's number
 */
export function pager(what, page, pages, total, go) {
  const step = (by, name) =>
    element("button", {type: "button", disabled: page + by < 0 || page + by >= pages, onclick: () => go(page + by)}, name);
  return element(
    "nav.pager",
    {"aria-label": `Pages of ${what}`},
    step(-1, "Previous"),
    element("span", {}, `Page ${thousands(Math.min(page + 1, Math.max(pages, 1)))} of ${thousands(Math.max(pages, 1))}, ${counted(total, what)}`),
    step(1, "Next"),
  );
}
