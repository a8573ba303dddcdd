import {element} from "../shared/element.js";
import {head} from "../shared/table.js";
import {percent, thousands} from "../shared/words.js";

const LAYERS = [
  {name: "Layer"},
  {name: "Kind"},
  {name: "Output"},
  {name: "Parameters", number: true},
  {name: "Multiply-adds", number: true},
  {name: "Connections", number: true},
  {name: "Squashed by"},
];

/** One network: drawn, in figures, layer by layer, and where the paper speaks of it. */
export function network(architecture) {
  const {name, summary, members, layers} = architecture;
  const each = members > 1 ? `, one of ${members} networks` : "";
  return element(
    "section",
    {id: name, "aria-labelledby": `${name}-heading`},
    element("h2", {id: `${name}-heading`}, name),
    element("p", {}, summary, "."),
    scroll(`Drawing of ${name}`, drawing(architecture)),
    element("dl", {}, ...facts(architecture)),
    element("h3", {}, `Layer by layer${each}`),
    scroll(`Layers of ${name}`, element("table", {}, head(LAYERS), element("tbody", {}, ...layers.map(layer)))),
    element("p", {}, wayToTrain(architecture)),
  );
}

/** Its size is the API's, so that nothing moves when it comes. */
function drawing({name, members, layers}) {
  const whose = members > 1 ? `One of the ${members} networks of ${name}` : name;
  return element("img", {
    src: `api/v1/architectures/${name}`,
    alt: `${whose}, from its input through ${layers.map((each) => each.name).join(", ")}`,
    width: 960,
    height: 420,
    loading: "lazy",
  });
}

function facts({input, members, combination, parameters, multiplyAdds, connections, paper, note, paperErrorRate, paperErrorRateWithDistortions}) {
  const known = {
    Input: `${input.height}×${input.width} pixels`,
    Networks: members > 1 ? `${members}, ${combination === "add" ? "outputs added" : "probabilities averaged"}` : null,
    Size: `${thousands(parameters)} parameters, ${thousands(connections)} connections, ${thousands(multiplyAdds)} multiply-adds a picture`,
    "In the paper": `${paper[0].toUpperCase()}${paper.slice(1)}: ${errors(paperErrorRate, paperErrorRateWithDistortions)}`,
    Remark: note,
  };
  return Object.entries(known)
    .filter(([, value]) => value !== null)
    .flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, value)]);
}

function errors(plain, distorted) {
  const known = [
    plain === undefined ? "" : `${percent(plain, 2)} wrong on test`,
    distorted === undefined ? "" : `${percent(distorted, 2)} ${plain === undefined ? "wrong on test " : ""}after training with distortions`,
  ].filter((each) => each !== "");
  return known.length === 0 ? "no error is published." : `${known.join(", ")}.`;
}

function layer({name, kind, output: {maps, height, width}, parameters, multiplyAdds, connections, activation, connectedMaps}) {
  const shape = height * width === 1 ? `${maps} units` : `${maps} of ${height}×${width}`;
  const table = connectedMaps === undefined ? "" : `, ${connectedMaps} pairs of maps`;
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, name),
    element("td", {}, spelled(kind), table),
    element("td", {}, shape),
    ...[parameters, multiplyAdds, connections].map((figure) => element("td.number", {}, thousands(figure))),
    element("td", {}, activation === undefined || activation === "identity" ? "–" : spelled(activation)),
  );
}

function wayToTrain({name, members}) {
  const view = members > 1 ? "ensembles.html" : "train.html";
  return element("a.button", {href: `${view}?${new URLSearchParams({architecture: name})}`}, `Train ${name}`);
}

/** `averagePooling` as average pooling. */
const spelled = (word) => word.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

function scroll(name, content) {
  return element("div.scroll", {tabindex: 0, role: "group", "aria-label": name}, content);
}
