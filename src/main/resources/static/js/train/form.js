import {get} from "../shared/api.js";
import {element} from "../shared/element.js";
import {Field} from "./field.js";

const PLAIN = ["name", "epochs", "batchSize", "learningRate", "learningRateSchedule", "optimiser", "momentum", "beta1", "beta2", "epsilon", "damping"];
const FOLDED = {
  "Network and loss": ["architecture", "loss", "rubbish", "inputScaling"],
  "Regularisation and data": ["weightDecay", "weightAveraging", "warmUpEpochs", "gradientClipping", "trainingImages", "seed"],
  "Distortions": ["rotation", "translation", "scaling", "squeezing", "shearing", "elastic", "elasticSmoothing"].map((name) => `augmentation.${name}`),
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
  #fields = new Map();
  #key = {};

  /** @param submit is called with the fields that are filled in, and a key under which they may be sent again */
  constructor(form, submit) {
    this.#form = form;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#check()) {
        const recipe = this.#recipe();
        submit(recipe, this.#keyOf(recipe));
      }
    });
  }

  /** Asks for the fields and the recipes to start from. */
  load = async () => {
    const [document_, {recipes}] = await Promise.all([get("v3/api-docs"), get("api/v1/recipes")]);
    const {schemas} = document_.components;
    const schema = (name) => {
      const [outer, inner] = name.split(".");
      return inner === undefined ? schemas.TrainingJobRequest.properties[outer] : schemas[NESTED[outer]].properties[inner];
    };
    const made = (name) => {
      const field = new Field(name, schema(name));
      this.#fields.set(name, field);
      return field.element;
    };
    this.#fields.clear();
    this.#form.replaceChildren(
      ...PLAIN.map(made),
      ...Object.entries(FOLDED).map(([name, names]) => element("details", {}, element("summary", {}, name), ...names.map(made))),
      element("div.buttons", {}, element("button.start", {type: "submit"}, "Start training")),
    );
    this.#field("optimiser").input.addEventListener("change", () => this.#offerSettings());
    this.#offerSettings();
    document.getElementById("recipes").replaceChildren(
      ...recipes.map((named) => element("button", {type: "button", onclick: () => this.#fill(named)}, named.title)),
    );
  };

  /** The job was taken; the next one is another, even if it is the same. */
  accepted() {
    this.#key = {};
    this.refused([]);
  }

  /** Says at each field what is wrong with it; takes back what was wrong before. */
  refused(errors) {
    this.#fields.forEach((field, name) => field.complain(errors.find((error) => error.field === name)?.message ?? null));
    this.#showFirstComplaint();
  }

  #fill({title, description, recipe}) {
    this.#fields.forEach((field, name) => {
      const [outer, inner] = name.split(".");
      if (outer in recipe) {
        field.value = (inner === undefined ? recipe[outer] : recipe[outer]?.[inner]) ?? "";
      }
      field.complain(null);
    });
    this.#offerSettings();
    document.getElementById("recipe-help").textContent = `${title}: ${description}`;
  }

  #offerSettings() {
    const optimiser = this.#field("optimiser").value ?? "";
    for (const [name, takers] of Object.entries(TAKERS)) {
      const field = this.#field(name);
      field.element.hidden = !takers.includes(optimiser);
      if (field.element.hidden) {
        field.value = "";
      }
    }
  }

  #check() {
    this.#fields.forEach((field) => field.complain(field.isReadable ? null : "must be a number"));
    return !this.#showFirstComplaint();
  }

  #showFirstComplaint() {
    const first = [...this.#fields.values()].find((field) => field.isWrong);
    if (first !== undefined) {
      first.element.closest("details")?.setAttribute("open", "");
      first.input.focus();
    }
    return first !== undefined;
  }

  #recipe() {
    const recipe = {};
    this.#fields.forEach((field, name) => {
      if (field.value !== null) {
        const [outer, inner] = name.split(".");
        if (inner === undefined) {
          recipe[outer] = field.value;
        } else {
          (recipe[outer] ??= {})[inner] = field.value;
        }
      }
    });
    return recipe;
  }

  /** The same for the same fields until they were accepted: an answer that got lost starts no second job. */
  #keyOf(recipe) {
    const text = JSON.stringify(recipe);
    if (this.#key.text !== text) {
      // randomUUID is there in secure contexts only, which a page from another machine is not.
      const random = crypto.getRandomValues(new Uint32Array(4));
      this.#key = {text, key: [...random].map((part) => part.toString(16).padStart(8, "0")).join("")};
    }
    return this.#key.key;
  }

  #field = (name) => this.#fields.get(name);
}
