"use strict";

// The pages work without this script; it keeps them up to date, asks before what cannot be undone, and opens the menu.
(() => {
  const pause = 1000;
  const shown = new Map();

  const isBusy = (element) => {
    const active = document.activeElement;
    if (active && element.contains(active) && active.matches("input, select, textarea, button, summary, pre")) return true;
    return [...element.querySelectorAll("input, textarea")].some((field) =>
      field.type !== "hidden" && (field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue));
  };

  // Compares with what the server sent before, not with the document, which people and scripts have changed since.
  const replace = (old, fresh) => {
    const html = fresh.outerHTML;
    if (shown.get(fresh.id) === html) return;
    if (shown.get(fresh.id) === undefined && old.outerHTML === html) { shown.set(fresh.id, html); return; }
    if (isBusy(old)) return;
    for (const opened of old.querySelectorAll("details[open][id]")) fresh.querySelector(`#${CSS.escape(opened.id)}`)?.setAttribute("open", "");
    const { scrollLeft, scrollTop } = old;
    const link = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    old.replaceWith(fresh);
    fresh.scrollTo(scrollLeft, scrollTop);
    if (link) [...fresh.querySelectorAll("a")].find((other) => other.getAttribute("href") === link)?.focus({ preventScroll: true });
    shown.set(fresh.id, html);
    if (fresh.dataset.announce) announce(fresh.dataset.announce);
  };

  const merge = (old, fresh) => {
    const wanted = [...fresh.children];
    const ids = new Set(wanted.map((child) => child.id));
    for (const child of [...old.children]) if (!ids.has(child.id)) { child.remove(); shown.delete(child.id); }
    wanted.forEach((child, index) => {
      const present = document.getElementById(child.id);
      if (present && old.contains(present)) return replace(present, child);
      child.classList.add("arrived");
      old.insertBefore(child, old.children[index] ?? null);
    });
  };

  const announce = (text) => { document.getElementById("announcer").textContent = text; };

  const refresh = async () => {
    const response = await fetch(location.href, { headers: { "X-Trellis-Live": "1" }, cache: "no-store" });
    if (response.redirected) { location.reload(); return; }
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const fresh of [...page.querySelectorAll("[data-live]")]) {
      const old = document.getElementById(fresh.id);
      if (!old) continue;
      if (fresh.dataset.live === "list") merge(old, fresh); else replace(old, fresh);
    }
  };

  const follow = async () => {
    try {
      if (document.visibilityState === "visible") await refresh();
    } catch {
      // The server is away; the next round tries again.
    }
    setTimeout(follow, pause);
  };

  if (document.querySelector("[data-live]")) setTimeout(follow, pause);

  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea[data-sends]")) event.target.form.requestSubmit();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-toggles]");
    if (!button) return;
    const opened = document.getElementById(button.dataset.toggles).classList.toggle("open");
    button.setAttribute("aria-expanded", String(opened));
  });
})();
