import {element} from "./element.js";
import {thousands} from "./words.js";

/** One field of a form, made after its schema. */
export class Field {
  element;
  input;
  #name;
  #type;
  #complaint;

  /**
   * @param name as the API has it
   * @param schema its part of the OpenAPI document
   */
  constructor(name, schema) {
    const id = `field-${name.replaceAll(".", "-")}`;
    this.#name = spelled(name).toLowerCase();
    this.#type = schema.type;
    this.input = control(id, schema);
    this.#complaint = element("p.complaint", {id: `${id}-complaint`, hidden: true});
    const help = [schema.description, bounds(schema), schema.default === undefined ? null : `Default: ${schema.default}.`];
    this.element = element(
      "div.field",
      {},
      element("label", {for: id}, spelled(name)),
      this.input,
      this.#complaint,
      element("p.help", {id: `${id}-help`}, help.filter((part) => part).map(sentence).join(" ")),
    );
    this.input.setAttribute("aria-describedby", `${id}-complaint ${id}-help`);
  }

  /** As the API takes it; null where it is left empty. */
  get value() {
    const text = this.input.value.trim();
    if (text === "") {
      return null;
    }
    return this.#type === "integer" || this.#type === "number" ? Number(text) : this.#type === "boolean" ? text === "true" : text;
  }

  set value(value) {
    this.input.value = String(value);
  }

  /** Chooses one of the words that it offers, and shows it; says so if it does not offer that one. */
  choose(word) {
    const words = [...this.input.options].map((option) => option.value).filter((each) => each !== "");
    if (!words.includes(word)) {
      throw new Error(`There is no ${this.#name} “${word}”; there are ${words.join(", ")}.`);
    }
    this.value = word;
    this.element.closest("details")?.setAttribute("open", "");
  }

  /** Whether what was typed can be what is meant. */
  get isReadable() {
    return !this.input.validity.badInput;
  }

  /** Whether it, or a part of the form that it is in, is not offered at present. */
  get isHidden() {
    return this.element.closest("[hidden]") !== null;
  }

  get isWrong() {
    return !this.#complaint.hidden;
  }

  /** Says what is wrong; null takes it back. */
  complain(text) {
    this.#complaint.hidden = text === null;
    this.#complaint.textContent = text ?? "";
    this.input.toggleAttribute("aria-invalid", text !== null);
  }
}

function control(id, {type, enum: words, minimum, maximum, exclusiveMinimum, maxLength}) {
  const choices = type === "boolean" ? ["true", "false"] : words;
  if (choices !== undefined) {
    const options = choices.map((word) => element("option", {value: word}, word));
    return element("select", {id}, element("option", {value: ""}, "default"), ...options);
  }
  if (type === "integer" || type === "number") {
    const step = type === "integer" ? 1 : "any";
    return element("input", {id, type: "number", step, min: minimum ?? exclusiveMinimum, max: maximum, autocomplete: "off"});
  }
  return element("input", {id, type: "text", maxlength: maxLength, autocomplete: "off"});
}

/** 1 to 1,000; above 0, at most 10. */
function bounds({minimum, maximum, exclusiveMinimum}) {
  const most = maximum === undefined ? null : thousands(maximum);
  if (minimum !== undefined) {
    return most === null ? `At least ${minimum}.` : `${minimum} to ${most}.`;
  }
  if (exclusiveMinimum !== undefined) {
    return most === null ? `Above ${exclusiveMinimum}.` : `Above ${exclusiveMinimum}, at most ${most}.`;
  }
  return null;
}

const sentence = (text) => (text.endsWith(".") ? text : `${text}.`);

/** `earlyStopping.minDelta` as Min delta. */
function spelled(name) {
  const words = name
    .split(".")
    .at(-1)
    .replace(/[A-Z0-9]/g, (start) => ` ${start.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
}
