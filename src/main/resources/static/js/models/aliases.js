import {element} from "../shared/element.js";
import {head} from "../shared/table.js";
import {when} from "../shared/words.js";

const ALIASES = [{name: "Name"}, {name: "Model"}, {name: "Since"}, {name: "What to do"}];
const MOVES = [{name: "When"}, {name: "From"}, {name: "To"}, {name: "Why"}];

/** Where each alias points, as a table's head and body. */
export function aliasRows(aliases, before, actions) {
  const rows = aliases.map(({name, version, updatedAt}) =>
    element(
      "tr",
      {},
      element("th", {scope: "row"}, name),
      element("td", {}, version),
      element("td", {}, when(updatedAt)),
      element("td", {}, element("div.buttons", {}, ...buttons(name, version, before[name], actions))),
    ),
  );
  return [head(ALIASES), element("tbody", {}, ...rows)];
}

function buttons(name, version, back, actions) {
  const rollBack =
    back === null
      ? null
      : element(
          "button",
          {type: "button", "data-focus": `back ${name}`, onclick: () => actions.rollBack(name, version, back)},
          `Roll ${name} back to ${back}`,
        );
  const remove =
    name === "live"
      ? null
      : element("button", {type: "button", "data-focus": `delete ${name}`, onclick: () => actions.deleteAlias(name)}, `Delete ${name}`);
  return [rollBack, remove].filter((each) => each !== null);
}

/** An alias's moves, the newest first, as a table's head and body. */
export function moveRows(moves) {
  const rows = moves
    .toReversed()
    .map(({at, from, to, reason}) =>
      element("tr", {}, ...[when(at), from ?? "–", to ?? "–", reason].map((text) => element("td", {}, text))),
    );
  return [head(MOVES), element("tbody", {}, ...rows)];
}
