// Meetings by body and date, one meeting with its items, and decisions with what was proposed beside them.
import { api, closedMark, dateText, fill, h, icon, t } from "/assets/site.js";

const PAGE = 50;
const asked = new URLSearchParams(location.search);
const view = asked.get("view") === "decisions" ? "decisions" : "meetings";

function tabs() {
  const tab = (name, label) => h("li", {}, h("a", { href: name === "meetings" ? "/meetings" : "/meetings?view=decisions", "aria-current": view === name ? "page" : null }, label));
  return [h("h1", {}, t[view]), h("ul", { class: "tabs" }, tab("meetings", t.allMeetings), tab("decisions", t.decisions))];
}

function chooser(facets) {
  const option = (value, label, chosen) => h("option", { value, selected: value === chosen }, label);
  const bodies = Object.keys(facets.bodies).sort((a, b) => a.localeCompare(b, "da"));
  const years = Object.keys(facets.years).sort().reverse();
  const body = h("select", { id: "body", name: "bodies" }, option("", t.all, ""), bodies.map((name) => option(name, name, asked.get("bodies"))));
  const year = h("select", { id: "year", name: "year" }, option("", t.all, ""), years.map((name) => option(name, name, asked.get("year"))));
  const words = h("input", { type: "search", id: "words", name: "words", maxlength: "300" });
  words.value = asked.get("words") || "";
  const form = h(
    "form",
    { class: "row end", method: "get", action: "/meetings" },
    view === "decisions" ? h("input", { type: "hidden", name: "view", value: "decisions" }) : null,
    h("div", {}, h("label", { class: "above", for: "body" }, t.body), body),
    h("div", {}, h("label", { class: "above", for: "year" }, t.year), year),
    view === "decisions" ? h("div", {}, h("label", { class: "above", for: "words" }, t.words), words) : null,
    h("button", { class: "primary" }, t.show),
  );
  return form;
}

function query(offset) {
  const named = new URLSearchParams({ limit: PAGE, offset });
  if (asked.get("bodies")) named.append("bodies", asked.get("bodies"));
  if (asked.get("year")) {
    named.set("date_from", `${asked.get("year")}-01-01`);
    named.set("date_to", `${asked.get("year")}-12-31`);
  }
  if (view === "decisions" && asked.get("words")) named.set("words", asked.get("words"));
  return named;
}

function meetingLine(meeting) {
  return h("li", { class: "meeting" }, h("span", { class: "soft" }, dateText(meeting.date)), h("a", { href: `/meetings?id=${encodeURIComponent(meeting.id)}` }, meeting.body || meeting.title), h("span", { class: "soft small" }, t.points(meeting.item_count)));
}

function decisionLine(decision) {
  const about = [decision.body, dateText(decision.date), decision.case_number ? t.caseNumber(decision.case_number) : null].filter(Boolean).join(" · ");
  return h(
    "li",
    { class: "item" },
    h("h2", {}, h("span", { class: "no" }, decision.number), h("a", { href: `/meetings?id=${encodeURIComponent(decision.meeting_id)}#${decision.item_id}` }, decision.title)),
    h("p", { class: "soft small" }, closedMark(decision), about),
    versus(decision.proposal, decision.decision, "h3"),
    h("a", { href: decision.view_url }, icon("open"), ` ${t.openSource}`, h("span", { class: "aside" }, `: ${decision.title}`)),
  );
}

function versus(proposal, decision, heading) {
  const side = (kind, label, text, none) => h("div", { class: kind }, h(heading, {}, label), text ? h("p", { class: "quoted", lang: "da" }, text) : h("p", { class: "soft" }, none));
  return h("div", { class: "versus" }, side("proposed", t.proposed, proposal, t.noProposal), side("decided", t.decided, decision, t.noDecision));
}

async function list() {
  const facets = await api("/api/facets");
  const path = view === "decisions" ? "/api/decisions" : "/api/meetings";
  const holder = h("ol", { class: "plain" });
  const more = h("button", { type: "button", class: "quiet" }, t.more);
  let shown = 0;
  const add = async () => {
    const found = await api(`${path}?${query(shown)}`);
    const lines = (found.decisions || found.meetings).map(view === "decisions" ? decisionLine : meetingLine);
    holder.append(...lines);
    shown += lines.length;
    more.hidden = shown >= found.total;
    if (!shown) holder.replaceWith(h("p", { class: "note" }, view === "decisions" ? t.noDecisions : t.noMeetings));
    return lines[0];
  };
  more.addEventListener("click", async () => (await add())?.querySelector("a")?.focus());
  await add();
  return [...tabs(), chooser(facets), h("div", { class: "space" }), holder, more];
}

function people(label, persons) {
  if (!persons.length) return null;
  const names = persons.map((person) => (person.role ? `${person.name} (${person.role})` : person.name)).join(", ");
  return h("p", {}, h("strong", {}, `${label}: `), names);
}

function itemPart(item) {
  const text = (name) => item.sections.filter((section) => section.name === name && section.text).map((section) => section.text).join("\n\n");
  const rest = item.sections.filter((section) => !["indstilling", "beslutning"].includes(section.name) && section.text);
  const cited = item.sections.find((section) => section.name === "beslutning" && section.passage_ids.length) || item.sections.find((section) => section.passage_ids.length);
  const has = item.sections.some((section) => ["indstilling", "beslutning"].includes(section.name));
  const named = new URLSearchParams(item.page_first ? { page: item.page_first } : {});
  if (cited) named.set("passage", cited.passage_ids[0]);
  return h(
    "section",
    { class: "item", id: item.id },
    h("h2", {}, h("span", { class: "no" }, item.number), h("span", {}, item.title)),
    h("p", { class: "soft small" }, closedMark(item), [item.kind, item.case_number ? t.caseNumber(item.case_number) : null].filter(Boolean).join(" · ")),
    has ? versus(text("indstilling"), text("beslutning"), "h3") : null,
    item.votes.length ? h("p", {}, h("strong", {}, `${t.votes}: `), item.votes.join(" ")) : null,
    people(t.absent, item.absent),
    rest.length ? h("details", {}, h("summary", {}, t.otherSections), rest.map((section) => [h("h3", {}, section.heading || section.name), h("p", { class: "long", lang: "da" }, section.text)]).flat()) : null,
    item.attachments.length ? h("details", {}, h("summary", {}, `${t.attachments} (${item.attachments.length})`), h("ul", {}, item.attachments.map((name) => h("li", {}, name)))) : null,
    h("a", { href: `/documents/${encodeURIComponent(item.document_id)}?${named}` }, icon("open"), ` ${t.openSource}`, h("span", { class: "aside" }, `: ${item.title}`)),
  );
}

async function one(id) {
  const { meeting, items } = await api(`/api/meetings/${encodeURIComponent(id)}`);
  document.title = `${meeting.body} ${meeting.date || ""} – Kildesvar`;
  const facts = [meeting.time ? `${t.time} ${meeting.time}` : null, meeting.place, meeting.chair ? `${t.chair}: ${meeting.chair}` : null].filter(Boolean).join(" · ");
  return [
    h("p", {}, h("a", { href: "/meetings" }, t.backToMeetings)),
    h("h1", {}, meeting.body || meeting.title),
    h("p", {}, h("strong", {}, dateText(meeting.date)), facts ? ` · ${facts}` : ""),
    people(t.present, meeting.participants),
    people(t.absent, meeting.absent),
    h("p", {}, h("a", { href: meeting.view_url }, icon("open"), ` ${t.openSource}`)),
    ...items.map(itemPart),
  ];
}

await fill(() => (asked.get("id") ? one(asked.get("id")) : list()));
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
