import {get, send} from "../shared/api.js";
import {confirmed} from "../shared/confirm.js";
import {replace} from "../shared/element.js";
import {models} from "../shared/model-choice.js";
import {pager} from "../shared/pager.js";
import {View} from "../shared/view.js";
import {Form} from "./form.js";
import {panel, title} from "./panel.js";

const API = "api/v1/ensembles";
const A_PAGE = 10;
const REFRESH_MILLIS = 2000;
const COMBINE = "combine";

const list = document.getElementById("ensembles");
const form = new Form(document.getElementById("form"), {
  submit,
  turn: (combines) => view.go({how: combines ? COMBINE : null}),
  tick: (versions) => view.remember({models: versions.join(",")}),
});
let last = "";

const actions = {
  async cancel(ensemble) {
    if (await confirmed(`Cancel ${title(ensemble)}?`, "Its jobs end here; networks that are trained already stay.", "Cancel it")) {
      await view.act(async () => {
        await send("POST", `${API}/${ensemble.id}/cancel`);
        return `${title(ensemble)} is cancelled.`;
      });
    }
  },

  async remove(ensemble) {
    if (await confirmed(`Delete ${title(ensemble)}?`, "It leaves this list. Its jobs and all models stay, its own among them.", "Delete")) {
      await view.act(async () => {
        await send("DELETE", `${API}/${ensemble.id}`);
        return `${title(ensemble)} is gone.`;
      });
    }
  },
};

const view = new View(async (query) => {
  const combines = query.get("how") === COMBINE;
  const wanted = new URLSearchParams({page: query.get("page") ?? 0, size: A_PAGE});
  const [page, all] = await Promise.all([get(`${API}?${wanted}`), combines ? models() : []]);
  const news = JSON.stringify([location.search, page, all]);
  if (news === last) {
    return;
  }
  last = news;
  form.show(combines, all, ticked(query));
  replace(list, ...(page.ensembles.length === 0 ? ["There are none."] : page.ensembles.map((each) => panel(each, actions))));
  replace(
    document.getElementById("pages"),
    pager("ensembles", page.page, page.totalPages, page.total, (to) => view.go({page: to})),
  );
});

const ticked = (query) => (query.get("models") ?? "").split(",").filter((each) => each !== "").map(Number);

async function submit(request, key) {
  await view.act(async () => {
    try {
      const ensemble = await send("POST", API, request, {"Idempotency-Key": key});
      form.accepted();
      view.remember({page: null});
      return `${title(ensemble)} is on its way.`;
    } catch (error) {
      form.refused(error.problem?.errors ?? []);
      throw error;
    }
  });
}

view.notice.trying(async () => {
  await form.load();
  form.start(view.query);
});
view.every(REFRESH_MILLIS);
