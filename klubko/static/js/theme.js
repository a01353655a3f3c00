// Shows a chosen look (name="theme": light, dark, or empty for the device's own) at once; saving the profile keeps it.
export function startTheme() {
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field instanceof Element && field.matches("main [name=theme]")) document.documentElement.dataset.theme = field.value;
  });
}
