import {digit} from "../shared/digits.js";
import {element} from "../shared/element.js";
import {percent, probability, thousands} from "../shared/words.js";

const SIGNIFICANT = 0.05;

/** Two models on the same test digits; nothing while two are not chosen. */
export function comparison(compared) {
  if (compared === null) {
    return [element("p.help", {}, "Choose two models, here or by ticking them above.")];
  }
  const {a, b, mcNemar, differing, differences, images} = compared;
  const [first, second] = [`Model ${a.version}`, `model ${b.version}`];
  return [
    element("p.figures", {}, `${first}: ${percent(a.accuracy, 2)}; ${second}: ${percent(b.accuracy, 2)} of ${thousands(images)} test digits.`),
    element("div.scroll", {tabindex: 0, role: "group", "aria-label": "Right and wrong"}, table(compared)),
    element("p", {}, verdict(compared.onlyARight, compared.onlyBRight, mcNemar.pValue)),
    element("h3", {}, `${thousands(differing)} digits that they take for different ones`),
    element("p.help", {}, differences.length < differing ? `${differences.length} of them, those of which both are most sure.` : "The surest first."),
    element(
      "ul.digits",
      {},
      ...differences.map((each) =>
        element(
          "li",
          {},
          digit(
            "test",
            each.index,
            [`It is a ${each.label}`, `${a.version}: ${each.a}, ${probability(each.aConfidence)}`, `${b.version}: ${each.b}, ${probability(each.bConfidence)}`],
            a.version,
          ),
        ),
      ),
    ),
  ];
}

function table({a, b, bothRight, onlyARight, onlyBRight, neitherRight}) {
  const row = (name, ...numbers) =>
    element("tr", {}, element("th", {scope: "row"}, name), ...numbers.map((number) => element("td.number", {}, thousands(number))));
  return element(
    "table",
    {},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("td"),
        ...["right", "wrong"].map((how) => element("th.number", {scope: "col"}, `Model ${b.version} ${how}`)),
      ),
    ),
    element("tbody", {}, row(`Model ${a.version} right`, bothRight, onlyARight), row(`Model ${a.version} wrong`, onlyBRight, neitherRight)),
  );
}

function verdict(onlyA, onlyB, pValue) {
  const p = pValue < 0.0001 ? "p < 0.0001" : `p = ${pValue.toFixed(4)}`;
  if (onlyA + onlyB === 0) {
    return "Each has right what the other has right.";
  }
  return pValue < SIGNIFICANT
    ? `The difference is real: so uneven a fall of ${onlyA} to ${onlyB} would hardly be chance (McNemar's test, ${p}).`
    : `The difference may be chance: ${onlyA} to ${onlyB} (McNemar's test, ${p}).`;
}
