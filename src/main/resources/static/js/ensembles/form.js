import {get} from "../shared/api.js";
import {element} from "../shared/element.js";
import {Fields} from "../shared/fields.js";
import {SubmissionKey} from "../shared/submission-key.js";
import {NetworkTicks} from "./network-ticks.js";

const OF_BOTH = ["name", "combination", "promote"];
const OF_TRAINING = ["recipe.recipe", "recipe.architecture", "members", "boosted", "recipe.epochs", "recipe.trainingImages", "recipe.seed"];

/** An ensemble to be: networks to train by a recipe, or models that are there. Its fields are the OpenAPI document's. */
export class Form {
  #form;
  #fields = new Fields();
  #key = new SubmissionKey();
  #ticks;
  #ways;
  #training = element("div");
  #combines = false;

  /**
   * @param actions `submit` is called with the request and a key under which it may be sent again, `turn` when somebody
   *     turns from training to combining or back, `tick` with the versions that are to be combined
   */
  constructor(form, {submit, turn, tick}) {
    this.#form = form;
    this.#ticks = new NetworkTicks(tick);
    this.#ways = [false, true].map((combines) => element("input", {type: "radio", name: "how", onchange: () => turn(combines)}));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#fields.check()) {
        const request = this.#request();
        submit(request, this.#key.of(request));
      }
    });
  }

  /** Asks for the fields. */
  load = async () => {
    const [document_, {architectures}] = await Promise.all([get("v3/api-docs"), get("api/v1/architectures")]);
    const {EnsembleRequest: outer, TrainingJobRequest: recipe} = document_.components.schemas;
    const schemas = {...outer.properties};
    for (const [name, schema] of Object.entries(recipe.properties)) {
      // What is left out is as in the recipe; so only the recipe itself has a default.
      schemas[`recipe.${name}`] = name === "recipe" ? schema : {...schema, default: undefined};
    }
    schemas["recipe.architecture"].enum = architectures.map(({name}) => name);
    const made = (name) => this.#fields.add(name, schemas[name]);
    this.#fields.clear();
    const [name, ...rest] = OF_BOTH.map(made);
    this.#training.replaceChildren(element("p.help", {}, "Start from a recipe, change what you like; a field left empty is as in the recipe."), ...OF_TRAINING.map(made));
    this.#form.replaceChildren(
      element(
        "fieldset",
        {},
        element("legend", {}, "Its networks"),
        element("label", {}, this.#ways[0], "Train them"),
        element("label", {}, this.#ways[1], "Combine models that are there"),
      ),
      name,
      this.#training,
      this.#ticks.element,
      ...rest,
      element("div.buttons", {}, element("button.start", {type: "submit"}, "Start")),
    );
  };

  /** Fills in what the address asks for: a recipe, an architecture. */
  start(query) {
    for (const name of ["recipe", "architecture"].filter((each) => query.has(each))) {
      this.#fields.get(`recipe.${name}`).choose(query.get(name));
    }
  }

  /**
   * Shows one of the two ways.
   *
   * @param models to combine, if it is that way
   * @param ticked versions of those that are ticked
   */
  show(combines, models, ticked) {
    this.#combines = combines;
    this.#ways.forEach((way, i) => (way.checked = (i === 1) === combines));
    this.#training.hidden = combines;
    this.#ticks.element.hidden = !combines;
    this.#ticks.show(models, ticked);
  }

  /** The ensemble was taken. */
  accepted() {
    this.#key.taken();
    this.refused([]);
  }

  /** Says at each field what is wrong with it. */
  refused(errors) {
    this.#ticks.complain(errors.find(({field}) => /^models(\[|$)/.test(field))?.message ?? null);
    this.#fields.refused(errors);
  }

  #request() {
    const request = this.#fields.value;
    if (!this.#combines) {
      return request;
    }
    const {name, combination, promote} = request;
    return {name, combination, promote, models: this.#ticks.versions};
  }
}
