// The client's page: a frame to sign in, kept as a path of two commands (M, L) and whole numbers, and reading aloud by the
// device itself. Both are offered only where they work; the page decides and sends without them.
const [WIDTH, HEIGHT, LONGEST] = [1000, 400, 39000];

export function startSigning() {
  const pad = document.querySelector("[data-pad]");
  if (pad) startPad(pad);
  const button = document.querySelector("[data-aloud]");
  if (button && "speechSynthesis" in window) startAloud(button);
}

function startPad(pad) {
  const frame = pad.querySelector("svg");
  const line = frame.querySelector("path");
  const field = pad.closest("form").elements.namedItem("stroke");
  const draw = (path) => { field.value = path; line.setAttribute("d", path); };
  let last = null;
  pad.hidden = false;
  document.querySelector("[data-without-pad]").hidden = true;
  frame.style.touchAction = "none";
  frame.style.padding = "0";
  draw(field.value);

  const point = (event) => {
    const box = frame.getBoundingClientRect();
    const within = (at, size, most) => Math.round(Math.min(Math.max((at / size) * most, 0), most));
    return [within(event.clientX - box.left, box.width, WIDTH), within(event.clientY - box.top, box.height, HEIGHT)];
  };
  frame.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0 || field.value.length > LONGEST) return;
    event.preventDefault();
    frame.setPointerCapture(event.pointerId);
    last = point(event);
    // A point of its own is a dot: the long marks of Czech names have them.
    draw(`${field.value}M${last.join(" ")}L${last.join(" ")}`);
  });
  frame.addEventListener("pointermove", (event) => {
    if (!last || !event.isPrimary || field.value.length > LONGEST) return;
    const next = point(event);
    if (Math.hypot(next[0] - last[0], next[1] - last[1]) < 4) return;
    last = next;
    draw(`${field.value}L${next.join(" ")}`);
  });
  for (const end of ["pointerup", "pointercancel"]) frame.addEventListener(end, () => { last = null; });
  pad.querySelector("[data-clear]").addEventListener("click", () => { draw(""); });
}

// Only a voice that lives in the device: no word of the text may leave it.
function startAloud(button) {
  const own = () => speechSynthesis.getVoices().find((voice) => voice.localService && /^cs/i.test(voice.lang));
  const offer = () => { button.parentElement.hidden = !own(); };
  const say = (text) => { button.textContent = text; };
  const aloud = button.textContent;
  const stop = () => { speechSynthesis.cancel(); say(aloud); };
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) return stop();
    say(button.dataset.silent);
    const parts = [...document.querySelectorAll("[data-text] > *")];
    for (const part of parts) {
      const speech = new SpeechSynthesisUtterance(part.textContent);
      Object.assign(speech, { voice: own(), lang: "cs-CZ", rate: 0.9 });
      if (part === parts.at(-1)) speech.onend = stop;
      speechSynthesis.speak(speech);
    }
  });
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", stop);
  offer();
}
