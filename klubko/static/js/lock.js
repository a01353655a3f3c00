// Warns two minutes before the idle lock and covers the page when it comes. It never reloads: a text being written stays
// under the cover until it is saved. Another tab that still works keeps this one awake as well.
import { make } from "./make.js";

const MINUTE = 60000;
const AHEAD = 2 * MINUTE;
const talk = "BroadcastChannel" in window ? new BroadcastChannel("klubko") : null;
let idle = 0;
let warnTimer = 0;
let lockTimer = 0;
let dialog = null;

export function startLock() {
  idle = Number(document.documentElement.dataset.idleMinutes) * MINUTE;
  if (!(idle > AHEAD)) return;
  if (talk) talk.onmessage = (event) => { if (event.data === "awake") awake(); };
  talk?.postMessage("awake");
  // A form that does not save itself counts as unsaved from its first letter on.
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.method === "post" && !("draft" in form.dataset)) form.dataset.unsaved = "";
  });
  document.addEventListener("klubko:saved", () => { awake(); talk?.postMessage("awake"); });
  awake();
}

function awake() {
  clearTimeout(warnTimer);
  clearTimeout(lockTimer);
  close();
  warnTimer = setTimeout(warn, idle - AHEAD);
  lockTimer = setTimeout(lock, idle);
}

// In the client's hands there is nothing of the worker's to save.
const isLent = () => "lent" in document.documentElement.dataset;

function close() {
  dialog?.remove();
  dialog = null;
}

function show(kind, title, text, ...buttons) {
  close();
  dialog = make("dialog", { class: kind, "aria-labelledby": "lock-title", "aria-describedby": "lock-text" },
    make("h2", { id: "lock-title" }, title), make("p", { id: "lock-text" }, text), make("div", { class: "row" }, ...buttons));
  document.body.append(dialog);
  dialog.showModal();
}

function warn() {
  document.dispatchEvent(new Event("klubko:save"));
  const [text, on] = isLent() ? ["Pokud ještě čtete, pokračujte.", "Číst dál"] : ["Rozepsaný text zůstane uložený.", "Pracovat dál"];
  show("", "Za dvě minuty se obrazovka zamkne", text, make("button", { class: "btn primary", type: "button", click: goOn }, on));
}

// Any page of the house renews the session; this one says nothing about a client.
async function goOn() {
  try {
    const answer = await fetch("/about", { cache: "no-store" });
    if (answer.ok) { awake(); talk?.postMessage("awake"); }
  } catch { /* without a connection the cover comes in its time */ }
}

function lock() {
  if (isLent()) { location.assign("/session/unlock"); return; }
  document.dispatchEvent(new Event("klubko:save"));
  const unsaved = document.querySelector("form[data-unsaved]") !== null;
  const target = unsaved ? { target: "_blank", rel: "noopener" } : {};
  const href = unsaved ? "/" : location.href;
  show("cover", "Obrazovka se zamkla",
    unsaved ? "Váš text čeká na této stránce. Odemkněte v nové kartě a vraťte se sem." : "Nikdo tu chvíli nepracoval. Co jste psali, je uložené.",
    make("a", { class: "btn primary", href, ...target }, "Odemknout"));
  dialog.addEventListener("cancel", (event) => event.preventDefault());
}
