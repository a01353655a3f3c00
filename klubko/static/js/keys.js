// Shortcuts for those who like them. Links say their own key (data-key="n", data-key="g d"); letters are compared by
// event.key, since the Czech layout moves them. Off by data-keys="off" on <html>; never while somebody types.
import { make } from "./make.js";

const HELP = [
  ["N", "nový zápis"], ["/ nebo Ctrl+K", "hledat"], ["G, pak D", "Můj den"], ["G, pak K", "Klienti"],
  ["G, pak P", "První kontakty"], ["G, pak U", "Úkoly"], ["J a K", "další a předchozí v seznamu"], ["Enter", "otevřít"],
  ["[ nebo ]", "předchozí a další část složky"], ["T", "nový úkol (ve složce)"], ["S", "souhlas (ve složce)"],
  ["Ctrl+Enter", "uložit"], ["Esc", "zavřít"], ["?", "tento přehled"],
];
let waiting = "";

export function startKeys() {
  document.addEventListener("keydown", save);
  if (document.documentElement.dataset.keys === "off") return;
  document.addEventListener("keydown", press);
  const button = document.querySelector("[data-show-keys]");
  if (button) { button.hidden = false; button.addEventListener("click", showHelp); }
}

function save(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target instanceof Element ? event.target.closest("main form") : null;
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button.primary"));
}

function typing(target) {
  return target instanceof Element && target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
}

function press(event) {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) return search(event);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const pressed = waiting ? `${waiting} ${key}` : key;
  waiting = "";
  if (pressed === "/") return search(event);
  if (pressed === "?") return showHelp();
  if (pressed === "[" || pressed === "]") return neighbour(pressed === "]");
  if (pressed === "j" || pressed === "k") return along(event, pressed === "j" ? 1 : -1);
  if (pressed === "g") { waiting = "g"; setTimeout(() => { waiting = ""; }, 1500); return; }
  const link = document.querySelector(`[data-key="${CSS.escape(pressed).replaceAll("\\ ", " ")}"]`);
  if (link) { event.preventDefault(); follow(link); }
}

// Who came by a key goes on by keys: the address names the field to begin with (data-at).
function follow(link) {
  if (link.dataset.at) location.assign(`${link.href}#${link.dataset.at}`);
  else link.click();
}

function search(event) {
  const field = document.getElementById("q");
  if (!field) return;
  event.preventDefault();
  if (field.offsetParent === null) { location.assign("/search"); return; }
  field.focus();
  field.select();
}

/** Along the links of the lists on the page; what is focused, Enter opens. */
function along(event, step) {
  const links = [...document.querySelectorAll("main .list a, main table a, main .timeline a")].filter((link) => link.offsetParent);
  const at = links.indexOf(document.activeElement);
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step];
  if (next) { event.preventDefault(); next.focus(); }
}

function neighbour(next) {
  const here = document.querySelector(".sub [aria-current]")?.closest("li");
  const link = (next ? here?.nextElementSibling : here?.previousElementSibling)?.querySelector("a");
  if (link) link.click();
}

function showHelp() {
  const rows = HELP.map(([key, text]) => make("tr", {}, make("th", { scope: "row" }, make("kbd", {}, key)), make("td", {}, text)));
  const list = make("table", {}, make("tbody", {}, ...rows));
  const dialog = make("dialog", { "aria-labelledby": "keys-title" },
    make("h2", { id: "keys-title" }, "Klávesové zkratky"), list,
    make("form", { method: "dialog", class: "row" }, make("button", { class: "btn" }, "Zavřít")));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
