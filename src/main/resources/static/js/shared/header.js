import {element} from "./element.js";

const VIEWS = [
  ["./", "Draw"],
  ["train.html", "Train"],
  ["ensembles.html", "Ensembles"],
  ["mistakes.html", "Mistakes"],
  ["data.html", "Data"],
  ["networks.html", "Networks"],
  ["models.html", "Models"],
];
const ELSEWHERE = [
  ["swagger-ui.html", "API"],
  ["actuator/prometheus", "Meters"],
];

/** The head of every view: the product's name and the way to the others. */
class SiteHeader extends HTMLElement {
  connectedCallback() {
    const here = location.pathname.replace(/index\.html$/, "");
    const link = ([path, name]) => {
      const current = new URL(path, document.baseURI).pathname === here;
      return element("a", {href: path, "aria-current": current && "page"}, name);
    };
    this.replaceChildren(
      element(
        "header",
        {},
        element("p.name", {}, "LeNet-5"),
        element("nav.views", {"aria-label": "Views"}, ...VIEWS.map(link)),
        element("nav", {"aria-label": "Elsewhere"}, ...ELSEWHERE.map(link)),
      ),
    );
  }
}

customElements.define("site-header", SiteHeader);
