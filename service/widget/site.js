// What all pages share: language, header and footer, requests, and the making of elements.
import { dateText as dateIn, h, icon, withMark as markIn } from "/assets/dom.js";
import { TEXT } from "/assets/text.js";

export { h, icon };

const LANGUAGE_KEY = "kildesvar language";

function chosenLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked in TEXT) return asked;
  const kept = localStorage.getItem(LANGUAGE_KEY);
  return kept in TEXT ? kept : "da";
}

export const language = chosenLanguage();
export const t = TEXT[language];

export const dateText = (iso) => dateIn(iso, language);

export function timeText(iso) {
  const locale = language === "en" ? "en-GB" : "da-DK";
  return iso ? new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso)) : "";
}

export function shareText(share) {
  return new Intl.NumberFormat(language === "en" ? "en-GB" : "da-DK", { style: "percent", maximumFractionDigits: 1 }).format(share);
}

export class Trouble extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function api(path, { method, body, raw, signal } = {}) {
  const headers = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  let response;
  try {
    response = await fetch(path, { method: method || (body === undefined ? "GET" : "POST"), headers, signal, cache: "no-store", body: raw ?? (body === undefined ? undefined : JSON.stringify(body)) });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble(0, t.offline);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Trouble(response.status, problem.detail || t.failed);
  }
  return response.status === 204 ? null : response.json();
}

// Puts what `make` gives into the page, or says honestly why it cannot.
export async function fill(make) {
  const content = document.getElementById("content");
  try {
    content.replaceChildren(...[await make()].flat());
  } catch (error) {
    if (!(error instanceof Trouble)) console.error(error);
    const title = document.querySelector("h1") ? null : h("h1", {}, document.title.split(" – ")[0]);
    content.replaceChildren(...[title, troubleText(error, () => fill(make))].filter(Boolean));
  }
}

function troubleText(error, again) {
  if (error.status === 401) return keyForm();
  const words = error.status === 503 ? `${t.noIndex} ${t.noIndexHow}` : `${t.failed} ${error.message || ""}`;
  return h("div", { class: "trouble", role: "alert" }, h("p", {}, words), h("button", { type: "button", class: "quiet", onclick: again }, t.again));
}

function keyForm() {
  const field = h("input", { type: "password", id: "key", autocomplete: "current-password", required: true });
  const said = h("p", { class: "bad", role: "alert" });
  const form = h("form", {}, h("p", {}, t.signInWhy), h("label", { class: "above", for: "key" }, t.key), h("div", { class: "row" }, field, h("button", { class: "primary" }, t.signIn)), said);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await api("/api/session", { body: { key: field.value } });
      location.reload();
    } catch (error) {
      said.textContent = error.message;
    }
  });
  return form;
}

// The passage with its quote marked, or marked as a whole where no quote of it was named.
export function withMark(passage, quote) {
  const parts = markIn(passage, quote);
  return parts.length > 1 ? parts : [h("mark", {}, passage)];
}

export function place(document) {
  return [document.body, dateText(document.date), t.kindNames[document.kind]].filter(Boolean).join(" · ");
}

export function closedMark(record) {
  return record.access === "closed" ? h("span", { class: "closed" }, icon("lock"), ` ${t.closed} `) : null;
}

export function say(words) {
  const live = document.getElementById("live");
  live.textContent = "";
  setTimeout(() => (live.textContent = words), 60);
}

export async function copy(words) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(words);
  throw new Trouble(0, t.failed);
}

function header(session) {
  const links = [["/", t.ask], ["/search", t.search], ["/meetings", t.meetings], ["/municipalities", t.municipalities]];
  if (session?.roles.includes("admin")) links.push(["/admin", t.admin]);
  const here = (path) => location.pathname === path || (path !== "/" && location.pathname.startsWith(`${path}/`));
  const items = links.map(([path, label]) => h("li", {}, h("a", { href: path, "aria-current": here(path) ? "page" : null }, label)));
  const other = h("button", { type: "button", class: "switch", lang: t.otherLang }, t.other);
  other.addEventListener("click", () => {
    localStorage.setItem(LANGUAGE_KEY, t.otherLang);
    const address = new URL(location.href);
    address.searchParams.delete("lang");
    if (address.href === location.href) location.reload();
    else location.replace(address);
  });
  const brand = h("a", { class: "brand", href: "/" }, h("img", { src: "/assets/icon.svg", alt: "" }), "Kildesvar");
  document.getElementById("top").replaceChildren(h("div", { class: "top-in" }, brand, h("nav", { "aria-label": t.menu }, h("ul", { class: "nav" }, items)), other));
}

async function footer() {
  const line = h("p", {});
  const said = document.querySelector("kilde-svar"); // the widget says the same in its own place
  document.getElementById("bottom").replaceChildren(h("div", { class: "bottom-in" }, line, h("p", { id: "live", class: "aside", role: "status", "aria-live": "polite" })));
  if (said) return;
  try {
    const status = await api("/api/status");
    const unreadable = status.unreadable.filter((file) => file.status !== "partly").length;
    line.textContent = [t.covers(status.document_count, dateText(status.newest_date)), unreadable ? t.unreadable(unreadable) : ""].join(" ");
  } catch (error) {
    line.textContent = error.status === 503 ? t.noIndex : "";
  }
}

document.documentElement.lang = language;
document.querySelector("kilde-svar")?.setAttribute("lang", language);
document.querySelectorAll("[data-t]").forEach((element) => (element.textContent = t[element.dataset.t]));
header(null);
footer();
api("/api/session").then(header, () => {});
