import {element, replace} from "../shared/element.js";
import {isEnsemble} from "../shared/ensemble.js";
import {percent} from "../shared/words.js";

/** The single networks of the registry, to be ticked. */
export class NetworkTicks {
  element;
  #list = element("div.ticks", {tabindex: 0, role: "group", "aria-labelledby": "models-name", "aria-describedby": "models-complaint models-help"});
  #complaint = element("p.complaint", {id: "models-complaint", hidden: true});
  #ticked = [];
  #tick;

  /** @param tick is called with the versions that are ticked, whenever they change */
  constructor(tick) {
    this.#tick = tick;
    this.element = element(
      "div.field",
      {hidden: true},
      element("span.name", {id: "models-name"}, "Models"),
      this.#list,
      this.#complaint,
      element("p.help", {id: "models-help"}, "2 to 16 single networks, the newest hundred of them; the figure is that of validation."),
    );
  }

  /** The versions that are ticked, whether they are listed or not. */
  get versions() {
    return this.#ticked;
  }

  show(models, ticked) {
    this.#ticked = ticked;
    const networks = models.filter((model) => !isEnsemble(model));
    replace(this.#list, ...(networks.length === 0 ? ["There are none."] : networks.map((model) => this.#row(model))));
  }

  /** Says what is wrong, and goes there; null takes it back. */
  complain(text) {
    this.#complaint.hidden = text === null;
    this.#complaint.textContent = text ?? "";
    if (text !== null) {
      this.#list.focus();
    }
  }

  #row({version, architecture, scores}) {
    const change = ({target}) => {
      const others = this.#ticked.filter((each) => each !== version);
      this.#ticked = target.checked ? [...others, version] : others;
      this.#tick(this.#ticked);
    };
    return element(
      "label",
      {},
      element("input", {type: "checkbox", checked: this.#ticked.includes(version), "data-focus": `tick ${version}`, onchange: change}),
      `Model ${version}: ${architecture}, ${percent(scores.validationAccuracy, 2)}`,
    );
  }
}
