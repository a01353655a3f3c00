// The entry: everything here only shortens the way; each form and link works without it.
import { startDrafts } from "./draft.js";
import { startKeys } from "./keys.js";
import { startChips } from "./chips.js";
import { startOutline } from "./outline.js";
import { startToast } from "./toast.js";
import { startLock } from "./lock.js";
import { startTheme } from "./theme.js";
import { startSigning } from "./sign.js";

for (const start of [startTheme, startToast, startChips, startOutline, startDrafts, startKeys, startLock, startSigning]) {
  // One broken shortcut must not take the autosave with it.
  try { start(); } catch (problem) { console.error(problem); }
}

const first = document.querySelector("[data-focus]");
if (first) first.focus();

// On a phone the tabs of a folder scroll: the present one comes into sight.
document.querySelector(".sub [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

// A page that the browser kept for its back button is asked for again: it may be nobody's any more.
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
