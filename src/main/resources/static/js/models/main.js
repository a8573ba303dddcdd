import {get, send} from "../shared/api.js";
import {confirmed} from "../shared/confirm.js";
import {replace} from "../shared/element.js";
import {models, offer} from "../shared/model-choice.js";
import {pager} from "../shared/pager.js";
import {View} from "../shared/view.js";
import {percent} from "../shared/words.js";
import {aliasRows, moveRows} from "./aliases.js";
import {comparison} from "./comparison.js";
import {details} from "./details.js";
import {live} from "./live.js";
import {versions} from "./versions.js";

const API = "api/v1/models";
const A_PAGE = 20;
const REFRESH_MILLIS = 5000;
const USUAL_ORDER = "-version";

const [a, b] = [document.getElementById("a"), document.getElementById("b")];
const file = document.getElementById("file");
let last = "";

/** What may be done with a version or an alias; each is asked for by a button somewhere on the page. */
const actions = {
  async promote(model, current) {
    const better = `Its validation accuracy is ${percent(model.scores.validationAccuracy, 2)}, ${about(current)}.`;
    if (await confirmed(`Make model ${model.version} live?`, better, "Make it live")) {
      await view.act(async () => {
        await send("PUT", `${API}/aliases/live`, {version: model.version, ifVersion: current?.version ?? 0});
        return `Model ${model.version} is live.`;
      });
    }
  },

  async rollBack(alias, from, to) {
    if (await confirmed(`Roll ${alias} back?`, `It goes from model ${from} to model ${to}.`, "Roll back")) {
      await view.act(async () => {
        const {version} = await send("POST", `${API}/aliases/${encodeURIComponent(alias)}/rollback`, {ifVersion: from});
        return `${alias} points at model ${version} again.`;
      });
    }
  },

  async deleteAlias(alias) {
    if (await confirmed(`Delete the alias ${alias}?`, "The version that it points at stays.", "Delete")) {
      await view.act(async () => {
        await send("DELETE", `${API}/aliases/${encodeURIComponent(alias)}`);
        return `The alias ${alias} is gone.`;
      });
    }
  },

  async deleteModel(version) {
    if (await confirmed(`Delete model ${version}?`, "It is gone for good, and its number is not given again.", "Delete")) {
      await view.act(async () => {
        await send("DELETE", `${API}/${version}`);
        view.remember({version: null, a: null, b: null});
        return `Model ${version} is gone.`;
      });
    }
  },

  /** Asks how robust a version is, and shows it; gives whether that was done at once. */
  measure: (version, show) => view.notice.trying(async () => show(await get(`${API}/${version}/evaluation/corruptions`))),

  look: (version) => view.go({version}),

  /** Ticks or unticks a version to be compared; a third takes the place of the second. */
  tick(version, isTicked) {
    const ticked = [view.query.get("a"), view.query.get("b")].filter((each) => each !== null && each !== String(version));
    const [first, second] = isTicked ? [...ticked.slice(0, 1), String(version)] : ticked;
    view.go({a: first ?? null, b: second ?? null});
  },
};

function about(current) {
  return current === undefined
    ? "and nothing is live"
    : `that of model ${current.version}, live now, ${percent(current.scores.validationAccuracy, 2)}`;
}

const view = new View(async (query) => {
  const sort = query.get("sort") ?? USUAL_ORDER;
  const wanted = new URLSearchParams({page: query.get("page") ?? 0, size: A_PAGE, sort});
  const [page, all, {aliases}] = await Promise.all([get(`${API}?${wanted}`), models(), get(`${API}/aliases`)]);
  const histories = await Promise.all(aliases.map(({name}) => get(`${API}/aliases/${encodeURIComponent(name)}/history`)));
  const chosen = query.get("version") ?? "live";
  const [compared, looked] = await Promise.all([compare(query), get(`${API}/${encodeURIComponent(chosen)}`)]);
  const news = JSON.stringify([location.search, page, all, aliases, histories, compared, looked]);
  if (news === last) {
    return;
  }
  last = news;
  const current = all.find((model) => model.aliases.includes("live"));
  const before = Object.fromEntries(aliases.map(({name}, i) => [name, histories[i].versionBefore]));
  show("live", live(current, aliases, before, actions));
  show("versions", versions(page.models, query, sort, actions, (order) => view.go({sort: order, page: null})));
  show("pages", [pager("versions", page.page, page.totalPages, page.total, (to) => view.go({page: to}))]);
  show("details", details(looked, current, actions));
  show("aliases", aliasRows(aliases, before, actions));
  show("history", moveRows(histories[aliases.findIndex(({name}) => name === "live")]?.moves ?? []));
  offer(a, all, query.get("a") ?? "live");
  offer(b, all, query.get("b") ?? String(looked.version));
  show("comparison", comparison(compared));
});

/** Two versions on the test split, where two were chosen. */
async function compare(query) {
  const [first, second] = [query.get("a"), query.get("b")];
  return first === null || second === null ? null : get(`${API}/compare?${new URLSearchParams({a: first, b: second, limit: 50})}`);
}

function show(id, children) {
  replace(document.getElementById(id), ...children);
}

[a, b].forEach((choice) => choice.addEventListener("change", () => view.go({a: a.value, b: b.value})));

document.getElementById("alias").addEventListener("submit", (event) => {
  event.preventDefault();
  const [name, version] = ["name", "version"].map((id) => document.getElementById(id).value.trim());
  view.act(async () => {
    await send("PUT", `${API}/aliases/${encodeURIComponent(name)}`, {version: Number(version)});
    return `${name} points at model ${version}.`;
  });
});

document.getElementById("import").addEventListener("submit", (event) => {
  event.preventDefault();
  view.act(async () => {
    const {version} = await send("POST", API, file.files[0], {"Content-Type": "application/octet-stream"});
    view.remember({version});
    file.value = "";
    return `Imported as model ${version}.`;
  });
});

view.every(REFRESH_MILLIS);
