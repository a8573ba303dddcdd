/**
 * Makes an element.
 *
 * @param tag its name, with classes after dots: `p.help`
 * @param attributes by name; `on…` ones are listeners, true is an attribute without a value, false, null and undefined are left out
 * @param children elements and texts
 */
export function element(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  made.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Puts these in the place of what was there; the focus stays on the one with the same `data-focus`. */
export function replace(place, ...children) {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
  place.replaceChildren(...children);
  if (focused !== undefined) {
    place.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  }
}
