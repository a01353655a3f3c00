// Chips that fill a field: <div data-fills="f-minutes" hidden><button data-set="30">. Without a script they stay hidden
// and the field is typed.
export function startChips() {
  for (const group of document.querySelectorAll("[data-fills]")) {
    const field = document.getElementById(group.dataset.fills);
    if (!field) continue;
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-set]");
      if (!button) return;
      field.value = button.dataset.set;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    field.addEventListener("input", () => mark(group, field));
    mark(group, field);
  }
}

// The house writes hard spaces into days, people do not.
const plain = (text) => text.replace(/\s+/g, " ").trim();

function mark(group, field) {
  for (const button of group.querySelectorAll("[data-set]")) {
    button.setAttribute("aria-pressed", String(plain(button.dataset.set) === plain(field.value)));
  }
}
