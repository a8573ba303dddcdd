import {element} from "./element.js";

/**
 * A table's head whose columns sort where they have an order.
 *
 * @param columns `{name, order, number}` each; without an order it does not sort
 * @param sort the present order, a hyphen before it for the other way round
 * @param go is called with another order
 */
export function head(columns, sort = "", go = () => {}) {
  const cells = columns.map(({name, order, number}) => {
    const kind = number ? "th.number" : "th";
    if (order === undefined) {
      return element(kind, {scope: "col"}, name);
    }
    const isUp = sort === order;
    const isDown = sort === `-${order}`;
    const direction = isUp ? "ascending" : isDown ? "descending" : "none";
    const mark = isUp ? " ▲" : isDown ? " ▼" : "";
    const turn = () => go(isUp ? `-${order}` : order);
    return element(
      kind,
      {scope: "col", "aria-sort": direction},
      element("button.sort", {type: "button", onclick: turn, "data-focus": `sort ${order}`}, name, element("span", {"aria-hidden": "true"}, mark)),
    );
  });
  return element("thead", {}, element("tr", {}, ...cells));
}
