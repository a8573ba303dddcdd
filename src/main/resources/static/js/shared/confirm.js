import {element} from "./element.js";

/**
 * Asks before something is done; Escape says no.
 *
 * @param question a heading
 * @param consequence what will be
 * @param yes the word on the button that does it
 */
export function confirmed(question, consequence, yes) {
  const dialog = element("dialog", {"aria-labelledby": "question", "aria-describedby": "consequence"});
  const button = (name, answer) => element("button", {type: "button", onclick: () => dialog.close(answer)}, name);
  dialog.append(
    element("h2", {id: "question"}, question),
    element("p", {id: "consequence"}, consequence),
    element("div.buttons", {}, button(yes, "yes"), button("Leave it", "no")),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    }),
  );
}
