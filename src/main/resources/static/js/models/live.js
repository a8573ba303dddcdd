import {element} from "../shared/element.js";
import {percent, when} from "../shared/words.js";

/**
 * What classifies now, and the way back.
 *
 * @param current the live model; undefined where there is none
 * @param before where a rollback of each alias leads, by its name
 */
export function live(current, aliases, before, actions) {
  if (current === undefined) {
    return [element("p", {}, "Nothing is live; make a version live below.")];
  }
  const alias = aliases.find(({name}) => name === "live");
  const {validationAccuracy, testAccuracy} = current.scores;
  const back = before.live;
  return [
    element(
      "p.figures",
      {},
      `Model ${current.version}, since ${when(alias.updatedAt)}: ${percent(validationAccuracy, 2)} on validation, ${percent(testAccuracy, 2)} on test.`,
    ),
    back === null || back === undefined
      ? element("p.help", {}, "There is no earlier version to go back to.")
      : element(
          "button",
          {type: "button", "data-focus": "back", onclick: () => actions.rollBack("live", current.version, back)},
          `Roll back to model ${back}`,
        ),
  ];
}
