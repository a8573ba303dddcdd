import {get, send} from "../shared/api.js";
import {confirmed} from "../shared/confirm.js";
import {replace} from "../shared/element.js";
import {pager} from "../shared/pager.js";
import {View} from "../shared/view.js";
import {Charts} from "./charts.js";
import {Follower} from "./follower.js";
import {Form} from "./form.js";
import {jobRows} from "./jobs.js";
import {legend} from "./legend.js";
import {Panel} from "./panel.js";

const API = "api/v1/training-jobs";
const A_PAGE = 20;
const MOST_SHOWN = 4;
const REFRESH_MILLIS = 2000;
const USUAL_ORDER = "-createdAt";

const state = document.getElementById("state");
const panels = document.getElementById("panels");
const charts = new Charts(document.getElementById("loss"), document.getElementById("accuracy"));
const form = new Form(document.getElementById("form"), submit);

/** The jobs whose curves are shown, by id, each with its follower, its panel and its place in the colours. */
const shown = new Map();
let last = "";

const actions = {
  /** Pause, resume, cancel or retry. */
  change: (job, what) =>
    view.act(async () => {
      await send("POST", `${API}/${job.id}/${what}`);
      await shown.get(job.id)?.follower.load();
    }),

  async remove(job) {
    if (await confirmed("Delete this job?", "Its curves go with it; its model, if it made one, stays.", "Delete")) {
      await view.act(async () => {
        await send("DELETE", `${API}/${job.id}`);
        choose(chosen().filter((id) => id !== job.id));
        return "The job is gone.";
      });
    }
  },

  /** Shows a job's curves or takes them away; a fifth takes the place of the fourth. */
  tick(id, isTicked) {
    const others = [...shown.keys()].filter((each) => each !== id);
    choose(isTicked ? [...others.slice(0, MOST_SHOWN - 1), id] : others);
    view.show();
  },
};

const chosen = () => (view.query.get("jobs") ?? "").split(",").filter((id) => id !== "");
const choose = (ids) => view.remember({jobs: ids.join(",")});

const view = new View(async (query) => {
  const sort = query.get("sort") ?? USUAL_ORDER;
  const only = query.get("state");
  const wanted = new URLSearchParams({page: query.get("page") ?? 0, size: A_PAGE, sort, ...(only === null ? {} : {state: only})});
  const list = await get(`${API}?${wanted}`);
  const ids = (query.get("jobs") ?? "").split(",").filter((id) => id !== "");
  follow(ids.length > 0 ? ids.slice(0, MOST_SHOWN) : usual(list.jobs));
  const news = JSON.stringify([location.search, list, [...shown.keys()]]);
  if (news !== last) {
    last = news;
    state.value = only ?? "";
    replace(document.getElementById("jobs"), ...jobRows(list.jobs, [...shown.keys()], sort, actions, (order) => view.go({sort: order, page: null})));
    replace(
      document.getElementById("pages"),
      pager("jobs", list.page, list.totalPages, list.total, (to) => view.go({page: to})),
    );
  }
  await Promise.all([...shown.values()].map(({follower}) => follower.loaded));
});

/** Without a choice, the job that runs, or else the newest. */
function usual(jobs) {
  const job = jobs.find((each) => each.state === "RUNNING") ?? jobs[0];
  return job === undefined ? [] : [job.id];
}

/** Follows these jobs and no others. */
function follow(ids) {
  for (const [id, {follower, panel}] of shown) {
    if (!ids.includes(id)) {
      follower.stop();
      panel.remove();
      shown.delete(id);
    }
  }
  for (const id of ids.filter((each) => !shown.has(each))) {
    const taken = [...shown.values()].map(({colour}) => colour);
    const colour = [...Array(MOST_SHOWN).keys()].find((each) => !taken.includes(each));
    const panel = new Panel(colour, actions);
    panels.append(panel.element);
    shown.set(id, {colour, panel, follower: new Follower(id, view.notice, (news) => update(id, news))});
  }
  draw();
}

/** One of the jobs has news: how far it is, or also another epoch or state. */
function update(id, {isMore}) {
  const {follower, panel} = shown.get(id) ?? {};
  if (panel === undefined || follower.job === null) {
    return;
  }
  const state = panel.state;
  panel.show(follower.job, follower.epochs, follower.progress);
  if (state !== null && state !== panel.state) {
    view.show();
  }
  if (isMore) {
    draw();
  }
}

function draw() {
  const runs = [...shown.values()]
    .filter(({follower}) => follower.job !== null)
    .map(({colour, follower}) => ({colour, job: follower.job, epochs: follower.epochs}));
  charts.show(runs);
  document.getElementById("legend").replaceChildren(...runs.map(legend));
  document.getElementById("curves-help").textContent =
    shown.size === 0 ? "No job yet: start one." : "Validation is drawn solid, training dashed; a ring marks the best epoch.";
}

async function submit(recipe, key) {
  await view.act(async () => {
    try {
      const job = await send("POST", API, recipe, {"Idempotency-Key": key});
      form.accepted();
      choose([...chosen().slice(0, MOST_SHOWN - 1), job.id]);
      return `${job.name ?? "The job"} is in the queue.`;
    } catch (error) {
      form.refused(error.problem?.errors ?? []);
      throw error;
    }
  });
}

state.addEventListener("change", () => view.go({state: state.value, page: null}));
view.notice.trying(async () => {
  await form.load();
  form.start(view.query);
});
view.every(REFRESH_MILLIS);
