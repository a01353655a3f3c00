// The short message after an action: read aloud once the page has settled, gone after 30 seconds unless somebody is in it.
import { make } from "./make.js";

const STAYS = 30000;

export function startToast() {
  const region = document.querySelector("[data-toast]");
  if (!region || !region.firstElementChild) return;
  const content = [...region.childNodes];
  region.replaceChildren();
  // A live region speaks of what changes in it, not of what it was born with.
  setTimeout(() => {
    region.append(...content, make("button", { type: "button", "aria-label": "Zavřít zprávu", click: () => region.replaceChildren() }, "✕"));
    leaveLater(region);
  }, 150);
}

function leaveLater(region) {
  setTimeout(() => {
    if (region.matches(":hover, :focus-within")) leaveLater(region);
    else region.replaceChildren();
  }, STAYS);
}
