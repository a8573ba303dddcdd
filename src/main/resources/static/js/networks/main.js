import {get} from "../shared/api.js";
import {View} from "../shared/view.js";
import {catalogue} from "./catalogue.js";
import {network} from "./network.js";
import {recipe} from "./recipe.js";

let isShown = false;

new View(async () => {
  // Nothing of it changes while the service runs, and going to a place within it is the browser's own work.
  if (isShown) {
    return;
  }
  const [{architectures}, {recipes}] = await Promise.all([get("api/v1/architectures"), get("api/v1/recipes")]);
  document.getElementById("catalogue").replaceChildren(...catalogue(architectures));
  document.getElementById("networks").replaceChildren(...architectures.map(network));
  document.getElementById("recipe-list").replaceChildren(...recipes.map(recipe));
  isShown = true;
  goWhereTheAddressSays();
});

/** The browser looked for it before it was there. */
function goWhereTheAddressSays() {
  if (location.hash !== "") {
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
}
