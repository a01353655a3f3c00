// Keeps what is being written: two seconds after the last change, and when the page goes out of sight, the form is sent
// to /drafts. The server answers {"revision": 3, "saved_at": "10:12"}. Nothing is stored in the browser.
const PAUSE = 2000;
const RETRY = 15000;

export function startDrafts() {
  for (const form of document.querySelectorAll("form[data-draft]")) watch(form);
}

function watch(form) {
  const state = { form, timer: 0, dirty: false, sending: false, left: false };
  form.addEventListener("input", () => changed(state));
  form.addEventListener("submit", () => { state.left = true; clearTimeout(state.timer); });
  window.addEventListener("pageshow", () => { state.left = false; });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && state.dirty) send(state);
  });
  // The lock asks for everything to be saved before it covers the page.
  document.addEventListener("klubko:save", () => { if (state.dirty) send(state); });
}

function changed(state) {
  state.dirty = true;
  state.form.dataset.unsaved = "";
  plan(state, PAUSE);
}

function plan(state, wait) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => send(state), wait);
}

function body(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  // A refused form stands on the address it was sent to; it says itself which page it belongs to.
  if (!fields.get("draft_form")) fields.set("draft_form", location.pathname);
  return fields;
}

async function send(state) {
  if (state.left) return;
  if (state.sending) return plan(state, PAUSE);
  clearTimeout(state.timer);
  state.sending = true;
  state.dirty = false;
  try {
    const fields = body(state.form);
    const answer = await fetch("/drafts", { method: "POST", body: fields, redirect: "error", keepalive: fields.toString().length < 60000 });
    if (!answer.ok) throw new Error(String(answer.status));
    const saved = await answer.json();
    if (!saved.saved_at) throw new Error("not kept");
    kept(state, saved);
  } catch (problem) {
    state.dirty = true;
    say(state.form, "bad", problem.message === "409"
      ? "Tento text je rozepsaný i jinde. Uložte ho tlačítkem, nic se neztratí."
      : "Změny se zatím nepodařilo uložit. Text zůstává na obrazovce.");
    plan(state, RETRY);
  } finally {
    state.sending = false;
  }
}

function kept(state, answer) {
  const revision = state.form.elements.namedItem("revision");
  if (revision) revision.value = answer.revision;
  if (!state.dirty) delete state.form.dataset.unsaved;
  say(state.form, "ok", `Uloženo v ${answer.saved_at}`);
  document.dispatchEvent(new Event("klubko:saved"));
}

function say(form, kind, text) {
  const line = form.querySelector("[data-saved]");
  if (!line) return;
  line.dataset.state = kind;
  if (line.textContent !== text) line.textContent = text;
}
