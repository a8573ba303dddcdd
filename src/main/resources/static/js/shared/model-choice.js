import {get} from "./api.js";
import {element} from "./element.js";
import {isEnsemble} from "./ensemble.js";
import {percent} from "./words.js";

const MOST = 100;

/** The registered models, the newest first. */
export const models = async () => (await get(`api/v1/models?size=${MOST}`)).models;

/** Fills a choice of models, the live one first, and chooses one of them: a version or an alias. */
export function offer(select, all, chosen) {
  const options = all.map((model) => {
    const aliases = model.aliases.length === 0 ? "" : ` (${model.aliases.join(", ")})`;
    return element(
      "option",
      {value: model.version},
      `Model ${model.version}${aliases}${isEnsemble(model) ? `, ensemble of ${model.members}` : ""}, ${percent(model.scores.testAccuracy, 2)} on test`,
    );
  });
  select.replaceChildren(...options);
  const named = all.find((model) => String(model.version) === chosen || model.aliases.includes(chosen));
  select.value = String(named?.version ?? all[0].version);
}
