// What all pages share: language, header and footer, requests, and the making of elements.
import { TEXT } from "/assets/text.js";

const LANGUAGE_KEY = "kildesvar language";

function chosenLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked in TEXT) return asked;
  const kept = localStorage.getItem(LANGUAGE_KEY);
  return kept in TEXT ? kept : "da";
}

export const language = chosenLanguage();
export const t = TEXT[language];

// Text is only ever set as text, so nothing in a document can become markup.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SHAPES = {
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  open: "M5 5h6M5 5v14h14v-6M13 5h6v6M19 5l-9 9",
  left: "M14.500 6l-6 6 6 6",
  right: "M9.500 6l6 6-6 6",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  zoom: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20 20M8 10.500h5M10.500 8v5",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

export function dateText(iso) {
  if (!iso) return "";
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  const locale = language === "en" ? "en-GB" : "da-DK";
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, style).format(new Date(Date.UTC(year, month - 1, day)));
}

export function timeText(iso) {
  const locale = language === "en" ? "en-GB" : "da-DK";
  return iso ? new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso)) : "";
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

// The passage with its quote marked; folded white space still counts as the same words.
export function withMark(passage, quote) {
  const words = quote.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = words[0] ? new RegExp(words.join("\\s+")).exec(passage) : null;
  if (!found) return [h("mark", {}, passage)];
  const end = found.index + found[0].length;
  return [passage.slice(0, found.index), h("mark", {}, found[0]), passage.slice(end)];
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
