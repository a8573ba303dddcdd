import {get} from "../shared/api.js";
import {element} from "../shared/element.js";
import {Fields} from "../shared/fields.js";
import {SubmissionKey} from "../shared/submission-key.js";

const PLAIN = ["name", "epochs", "batchSize", "learningRate", "learningRateSchedule", "optimiser", "momentum", "beta1", "beta2", "epsilon", "damping"];
const FOLDED = {
  "Network and loss": ["architecture", "loss", "rubbish", "inputScaling"],
  "Regularisation and data": ["weightDecay", "weightAveraging", "warmUpEpochs", "gradientClipping", "trainingImages", "seed", "teacher", "teacherShare"],
  "Distortions": ["rotation", "translation", "scaling", "squeezing", "shearing", "elastic", "elasticSmoothing", "strokeWidth"].map((name) => `augmentation.${name}`),
  "Early stopping": ["earlyStopping.patience", "earlyStopping.minDelta", "earlyStopping.monitor", "earlyStopping.restoreBestWeights"],
  "The job": ["engine", "promote", "priority", "maxDurationSeconds", "notes"],
};

/** Settings that only some optimisers take; the API refuses them beside another. */
const TAKERS = {momentum: ["", "sgd", "nesterov"], beta1: ["adam"], beta2: ["adam"], epsilon: ["adam"], damping: ["levenbergMarquardt"]};

/** Fields whose values are objects, and the schemas of those. */
const NESTED = {earlyStopping: "EarlyStoppingRequest", augmentation: "AugmentationRequest"};

/** A training job to be; its fields, bounds and explanations are those of the service's OpenAPI document. */
export class Form {
  #form;
  #fields = new Fields();
  #key = new SubmissionKey();
  #recipes = [];

  /** @param submit is called with the fields that are filled in, and a key under which they may be sent again */
  constructor(form, submit) {
    this.#form = form;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#fields.check()) {
        const recipe = this.#fields.value;
        submit(recipe, this.#key.of(recipe));
      }
    });
  }

  /** Asks for the fields and the recipes to start from. */
  load = async () => {
    const [document_, {recipes}, {architectures}] = await Promise.all([get("v3/api-docs"), get("api/v1/recipes"), get("api/v1/architectures")]);
    const networks = architectures.filter(({members}) => members === 1).map(({name}) => name);
    const {schemas} = document_.components;
    const schema = (name) => {
      const [outer, inner] = name.split(".");
      return inner === undefined ? schemas.TrainingJobRequest.properties[outer] : schemas[NESTED[outer]].properties[inner];
    };
    const made = (name) => this.#fields.add(name, name === "architecture" ? {...schema(name), enum: networks} : schema(name));
    this.#recipes = recipes;
    this.#fields.clear();
    this.#form.replaceChildren(
      ...PLAIN.map(made),
      ...Object.entries(FOLDED).map(([name, names]) => element("details", {}, element("summary", {}, name), ...names.map(made))),
      element("div.buttons", {}, element("button.start", {type: "submit"}, "Start training")),
    );
    this.#fields.get("optimiser").input.addEventListener("change", () => this.#offerSettings());
    this.#offerSettings();
    document.getElementById("recipes").replaceChildren(
      ...recipes.map((named) => element("button", {type: "button", onclick: () => this.#fill(named)}, named.title)),
    );
  };

  /** Fills in what the address asks for: a recipe, an architecture. */
  start(query) {
    const [recipe, architecture] = [query.get("recipe"), query.get("architecture")];
    if (recipe !== null) {
      const named = this.#recipes.find(({name}) => name === recipe);
      if (named === undefined) {
        throw new Error(`There is no recipe “${recipe}”; there are ${this.#recipes.map(({name}) => name).join(", ")}.`);
      }
      this.#fill(named);
    }
    if (architecture !== null) {
      this.#fields.get("architecture").choose(architecture);
    }
  }

  /** The job was taken. */
  accepted() {
    this.#key.taken();
    this.#fields.refused([]);
  }

  /** Says at each field what is wrong with it. */
  refused(errors) {
    this.#fields.refused(errors);
  }

  #fill({title, description, recipe}) {
    this.#fields.fill(recipe);
    this.#offerSettings();
    document.getElementById("recipe-help").textContent = `${title}: ${description}`;
  }

  #offerSettings() {
    const optimiser = this.#fields.get("optimiser").value ?? "";
    for (const [name, takers] of Object.entries(TAKERS)) {
      const field = this.#fields.get(name);
      field.element.hidden = !takers.includes(optimiser);
      if (field.element.hidden) {
        field.value = "";
      }
    }
  }
}
