import {Latest} from "./latest.js";
import {Notice} from "./notice.js";

/**
 * A view whose state stands in the address: reload, the back button and links do what one expects.
 *
 * While it loads, `main` is busy; what is wrong is said in the page's line, and tried again where that may help.
 */
export class View {
  notice = new Notice();
  #main = document.querySelector("main");
  #show;
  #shown;

  /** @param show an async function that asks for and shows what the address says */
  constructor(show) {
    this.#show = async () => {
      await show(this.query);
      this.#busy(false);
    };
    this.#shown = new Latest(async () => {
      this.#busy(true);
      await this.notice.trying(this.#show);
      this.#busy(false);
    });
    window.addEventListener("popstate", () => this.show());
    this.show();
  }

  get query() {
    return new URLSearchParams(location.search);
  }

  /** Shows what the address says, once more. */
  show() {
    this.#shown.want();
  }

  /** Shows it again every so often, as others may change it; not while nobody looks or a question is open. */
  every(milliseconds) {
    setInterval(() => {
      if (!document.hidden && document.querySelector("dialog[open]") === null) {
        this.notice.trying(this.#show);
      }
    }, milliseconds);
  }

  /**
   * Does what somebody has asked for, then shows what the address says; says what is wrong with it, or what was done.
   *
   * @param work an async function; gives what to say of it
   */
  async act(work) {
    const status = document.getElementById("status");
    this.notice.say(null);
    status.textContent = "";
    try {
      status.textContent = (await work()) ?? "";
    } catch (error) {
      this.notice.say(error.message);
    }
    this.show();
  }

  /** Changes the address by these parameters, null for none, and shows what it says. */
  go(changes) {
    this.remember(changes);
    this.show();
  }

  /** Changes the address without showing anything new. */
  remember(changes) {
    const query = this.query;
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === "") {
        query.delete(name);
      } else {
        query.set(name, value);
      }
    }
    const address = query.size === 0 ? location.pathname : `?${query}`;
    if (address !== (location.search || location.pathname)) {
      history.pushState(null, "", address);
    }
  }

  #busy(is) {
    this.#main.setAttribute("aria-busy", String(is));
  }
}
