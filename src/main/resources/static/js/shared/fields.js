import {Field} from "./field.js";

/** The fields of a form, by the names that the API gives them: `augmentation.rotation` is one within another. */
export class Fields {
  #fields = new Map();

  get = (name) => this.#fields.get(name);

  clear() {
    this.#fields.clear();
  }

  /**
   * Makes a field.
   *
   * @param schema its part of the OpenAPI document
   * @returns its element
   */
  add(name, schema) {
    const field = new Field(name, schema);
    this.#fields.set(name, field);
    return field.element;
  }

  /** What is filled in, as the API takes it. */
  get value() {
    const value = {};
    this.#fields.forEach((field, name) => {
      if (field.value !== null) {
        const [outer, inner] = name.split(".");
        if (inner === undefined) {
          value[outer] = field.value;
        } else {
          (value[outer] ??= {})[inner] = field.value;
        }
      }
    });
    return value;
  }

  /** Puts these in, as the API gives them; a field that they do not tell of keeps what it has. */
  fill(value) {
    this.#fields.forEach((field, name) => {
      const [outer, inner] = name.split(".");
      if (outer in value) {
        field.value = (inner === undefined ? value[outer] : value[outer]?.[inner]) ?? "";
      }
      field.complain(null);
    });
  }

  /** Whether all that are shown can be read; says at each that cannot. */
  check() {
    this.#fields.forEach((field) => field.complain(field.isReadable || field.isHidden ? null : "must be a number"));
    return !this.#showFirstComplaint();
  }

  /** Says at each field what is wrong with it; takes back what was wrong before. */
  refused(errors) {
    this.#fields.forEach((field, name) => field.complain(errors.find((error) => error.field === name)?.message ?? null));
    this.#showFirstComplaint();
  }

  #showFirstComplaint() {
    const first = [...this.#fields.values()].find((field) => field.isWrong);
    if (first !== undefined) {
      first.element.closest("details")?.setAttribute("open", "");
      first.input.focus();
    }
    return first !== undefined;
  }
}
