// The source view: the page as an image with the cited passage marked, its text beside it, and a link that stays.
import { api, closedMark, copy, dateText, fill, h, icon, place, say, t, withMark } from "/assets/site.js";

const documentId = decodeURIComponent(location.pathname.split("/").pop());
const asked = new URLSearchParams(location.search);
const fragment = new URLSearchParams(location.hash.slice(1));
const state = { page: Number(asked.get("page") || fragment.get("page")) || null, passage: asked.get("passage"), quote: asked.get("quote") || "", large: false };
const address = `/api/documents/${encodeURIComponent(documentId)}`;
let detail;
let passages;

function citedPassage() {
  return passages.find((passage) => passage.id === state.passage) || null;
}

function link() {
  const kept = new URLSearchParams();
  if (state.page) kept.set("page", state.page);
  if (state.passage) kept.set("passage", state.passage);
  if (state.quote) kept.set("quote", state.quote);
  return `${location.pathname}${kept.size ? `?${kept}` : ""}`;
}

function head() {
  const { document: found } = detail;
  const cited = citedPassage();
  const where = cited ? [cited.item_number ? t.item(cited.item_number) : null, cited.section, ...cited.heading_path.slice(-1)].filter(Boolean) : [];
  document.title = `${found.title} – Kildesvar`;
  return h(
    "div",
    { class: "source-head" },
    h("h1", {}, found.title),
    h("p", { class: "soft" }, closedMark(found), place(found)),
    h("p", { class: "soft small" }, found.path),
    where.length ? h("p", { class: "small" }, [...new Set(where)].join(" · ")) : null,
  );
}

function bar() {
  const numbers = detail.pages.map((page) => page.number);
  const at = numbers.indexOf(state.page);
  const go = (step) => h("button", { type: "button", class: "quiet low", disabled: !(at + step in numbers), onclick: () => turnTo(numbers[at + step]) }, step < 0 ? icon("left") : null, step < 0 ? t.previous : t.next, step > 0 ? icon("right") : null);
  const choose = h("select", { "aria-label": t.choosePage, onchange: (event) => turnTo(Number(event.target.value)) }, numbers.map((number) => h("option", { value: String(number), selected: number === state.page }, t.pageOf(number, numbers.at(-1)))));
  const large = h("button", { type: "button", class: "quiet low", "aria-pressed": String(state.large), onclick: () => {
    state.large = !state.large;
    show("large");
  } }, icon("zoom"), state.large ? t.smaller : t.larger);
  const copyLink = h("button", { type: "button", class: "quiet low", onclick: () => copy(new URL(link(), location.href).href).then(() => say(t.linked), () => say(t.failed)) }, icon("link"), t.link);
  const file = detail.file_url
    ? h("a", { class: "quiet low", href: detail.file_url + (state.page ? `#page=${state.page}` : "") }, icon("file"), t.original)
    : h("span", { class: "soft small" }, t.originalClosed);
  const pageControls = numbers.length ? [go(-1), choose, go(1), large] : [];
  return h("div", { class: "bar", role: "group", "aria-label": t.source }, pageControls, h("span", { class: "gap" }), copyLink, file);
}

function sheet() {
  const cited = citedPassage();
  const marked = cited && cited.boxes.some((box) => box.page_number === state.page);
  const query = new URLSearchParams(marked ? { passage: cited.id } : {});
  if (marked && state.quote) query.set("quote", state.quote);
  const image = h("img", {
    src: `${address}/pages/${state.page}.png${query.size ? `?${query}` : ""}`,
    alt: t.pageImage(state.page, detail.document.title) + (marked ? `, ${t.withMark}` : ""),
  });
  image.addEventListener("load", () => image.closest(".spread").classList.toggle("landscape", image.naturalWidth > image.naturalHeight * 1.1));
  const noMark = cited && !marked && cited.page_first <= state.page && state.page <= cited.page_last;
  return h("div", {}, noMark ? h("p", { class: "note small" }, t.noMark) : null,
    h("figure", { class: state.large ? "sheet large" : "sheet", tabindex: state.large ? "0" : null }, image));
}

function isHere(passage) {
  return !detail.pages.length || (passage.page_first <= state.page && state.page <= passage.page_last);
}

function textSide() {
  const parts = [];
  let path = "";
  for (const passage of passages.filter(isHere)) {
    const heading = passage.heading_path.join(" › ");
    if (heading && heading !== path) parts.push(h("h3", { class: "heading" }, passage.heading_path.at(-1)));
    path = heading;
    const cited = passage.id === state.passage;
    parts.push(h("p", { class: cited ? `part quoted cited${state.quote ? " in-part" : ""}` : "part quoted", id: cited ? "cited" : null, "aria-current": cited ? "true" : null, lang: detail.document.language }, closedMark(passage), ...(cited && state.quote ? withMark(passage.text, state.quote) : [passage.text])));
  }
  const heading = detail.pages.length ? t.textOfPage : t.textOf;
  return h("section", { class: "text-side", "aria-label": heading, tabindex: "0" }, h("h2", {}, heading), parts.length ? parts : h("p", { class: "soft" }, t.noText));
}

function show(focus) {
  const two = detail.pages.length && state.page;
  const spread = h("div", { class: two ? "spread two" : "spread" }, two ? sheet() : null, textSide());
  document.getElementById("content").replaceChildren(head(), bar(), spread);
  if (focus === "page") document.querySelector(".bar select")?.focus();
  if (focus === "large") document.querySelector(".bar [aria-pressed]")?.focus();
  const cited = document.getElementById("cited");
  const side = document.querySelector(".text-side");
  if (cited && !two) cited.scrollIntoView({ block: "center" });
  else if (cited && side.scrollHeight > side.clientHeight) side.scrollTop += cited.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 3;
}

function turnTo(page) {
  state.page = page;
  history.replaceState(null, "", link());
  show("page");
  say(t.page(page));
}

await fill(async () => {
  [detail, { passages }] = await Promise.all([api(address), api(`${address}/passages`)]);
  const numbers = detail.pages.map((page) => page.number);
  const cited = citedPassage();
  if (!numbers.includes(state.page)) state.page = numbers.includes(cited?.page_first) ? cited.page_first : numbers[0] || null;
  return [h("p", { class: "wait" }, dateText(detail.document.date))];
});
if (detail && passages) show();
