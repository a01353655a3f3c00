// „/osnova“ on a line of its own turns into the four headings of a record (R-141); the server reads the text under each
// heading into its own field.
const HEADINGS = ["Sdělení klienta", "Pozorování", "Odborná úvaha", "Dohoda"];
const COMMAND = /(^|\n)\/osnova[ \n]?$/;

export function startOutline() {
  for (const area of document.querySelectorAll("textarea[data-outline]")) {
    area.addEventListener("input", () => expand(area));
  }
}

function expand(area) {
  const at = area.selectionStart;
  const before = area.value.slice(0, at);
  if (!COMMAND.test(before)) return;
  const kept = before.replace(COMMAND, "$1");
  const [first, ...others] = HEADINGS;
  const head = `${kept}${first}\n`;
  area.value = `${head}\n${others.map((heading) => `${heading}\n\n`).join("")}${area.value.slice(at)}`.trimEnd() + "\n";
  area.setSelectionRange(head.length, head.length);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
