// Light, dark, or as the device has it. The choice lives in the cookie `theme`, so that the next page is drawn right.
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const NAMES = { auto: "podle zařízení", light: "světlý", dark: "tmavý" };

export function startTheme() {
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  const root = document.documentElement;
  const now = () => (root.dataset.theme in NEXT ? root.dataset.theme : "auto");
  const label = () => { button.textContent = `Vzhled: ${NAMES[now()]}`; };
  button.hidden = false;
  label();
  button.addEventListener("click", () => {
    root.dataset.theme = NEXT[now()];
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    label();
  });
}
