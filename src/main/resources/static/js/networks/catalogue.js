import {element} from "../shared/element.js";
import {head} from "../shared/table.js";
import {percent, thousands} from "../shared/words.js";

const COLUMNS = [
  {name: "Network"},
  {name: "Parameters", number: true},
  {name: "Multiply-adds", number: true},
  {name: "Connections", number: true},
  {name: "The paper's error", number: true},
  {name: "With distortions", number: true},
];

/** All networks beside each other, as a table's head and body; each leads to its own part of the view. */
export function catalogue(architectures) {
  return [head(COLUMNS), element("tbody", {}, ...architectures.map(row))];
}

function row({name, parameters, multiplyAdds, connections, paperErrorRate, paperErrorRateWithDistortions}) {
  const figures = [thousands(parameters), thousands(multiplyAdds), thousands(connections), error(paperErrorRate), error(paperErrorRateWithDistortions)];
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, element("a", {href: `networks.html#${name}`}, name)),
    ...figures.map((figure) => element("td.number", {}, figure)),
  );
}

const error = (share) => (share === undefined ? "–" : percent(share, 2));
