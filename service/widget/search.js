// Search with facets: a group is counted within the other groups' choices, so every count says what choosing it would give.
import { api, closedMark, h, place, say, t, Trouble } from "/assets/site.js";

const GROUPS = ["bodies", "kinds", "regions", "municipalities"];
const FIRST = 10;
const MOST = 100;
const LONG = 8;
const asked = new URLSearchParams(location.search);
const state = { query: asked.get("q") || "", k: FIRST, filters: Object.fromEntries(GROUPS.map((group) => [group, asked.getAll(group)])) };
for (const name of ["date_from", "date_to"]) if (asked.get(name)) state.filters[name] = asked.get(name);

const field = h("input", { type: "search", id: "q", maxlength: "2000" });
field.value = state.query;
const form = h("form", { role: "search", class: "row end" }, h("div", { class: "grow" }, h("label", { class: "above", for: "q" }, t.searchFor), field), h("button", { class: "primary" }, t.search));
const side = h("form", { class: "side", "aria-label": t.filters });
const results = h("section", { "aria-label": t.search });
document.getElementById("content").replaceChildren(form, h("div", { class: "with-side" }, side, results));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  state.query = field.value.trim();
  state.k = FIRST;
  run();
});

function keep() {
  const kept = new URLSearchParams();
  if (state.query) kept.set("q", state.query);
  GROUPS.forEach((group) => state.filters[group].forEach((name) => kept.append(group, name)));
  ["date_from", "date_to"].forEach((name) => state.filters[name] && kept.set(name, state.filters[name]));
  history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
}

function marked(text, terms) {
  if (!terms.length) return [text];
  const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).sort((a, b) => b.length - a.length);
  return text.split(new RegExp(`(?<![\\p{L}\\d])(${escaped.join("|")})(?![\\p{L}\\d])`, "u")).map((part, index) => (index % 2 ? h("mark", {}, part) : part));
}

function hit(found) {
  const { passage, document: source } = found;
  const where = [place(source), passage.item_number ? t.item(passage.item_number) : null, passage.section, passage.page_first ? t.page(passage.page_first) : null];
  return h("li", {}, h("h3", {}, h("a", { href: found.view_url }, source.title)), h("p", { class: "soft small" }, closedMark(passage), where.filter(Boolean).join(" · ")), h("p", { class: "hit-text", lang: source.language }, ...marked(found.snippet, found.terms)));
}

async function run() {
  keep();
  facets();
  if (!state.query) return results.replaceChildren(h("p", { class: "soft" }, t.searchHint));
  try {
    const found = await api("/api/search", { body: { query: state.query, k: state.k, filters: state.filters } });
    show(found.hits);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    results.replaceChildren(h("p", { class: "trouble", role: "alert" }, error.status === 503 ? t.noIndex : error.message));
  }
  return undefined;
}

function show(hits) {
  if (!hits.length) {
    results.replaceChildren(h("p", { class: "note" }, t.nothing));
    return say(t.nothing);
  }
  const full = hits.length === state.k && state.k < MOST;
  const more = h("button", { type: "button", class: "quiet", onclick: async () => {
    const before = state.k;
    state.k = Math.min(MOST, state.k * 2);
    await run();
    results.querySelectorAll("h3 a")[before]?.focus();
  } }, t.more);
  results.replaceChildren(h("h2", {}, full ? t.best(hits.length) : t.results(hits.length)), h("ol", { class: "plain hits" }, hits.map(hit)), full ? more : "");
  return say(t.results(hits.length));
}

let all = null;
async function facets() {
  try {
    all = all || (await api("/api/facets"));
    const counts = await api("/api/facets", { body: state.filters });
    for (const group of GROUPS.filter((name) => state.filters[name].length)) {
      counts[group] = (await api("/api/facets", { body: { ...state.filters, [group]: [] } }))[group];
    }
    const focused = document.activeElement?.id;
    const places = Object.fromEntries([...side.querySelectorAll(".options")].map((list) => [list.id, list.scrollTop]));
    side.replaceChildren(...GROUPS.filter((group) => Object.keys(all[group]).length).map((group) => groupOf(group, counts[group])), dates());
    for (const [id, top] of Object.entries(places)) if (document.getElementById(id)) document.getElementById(id).scrollTop = top;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  } catch {
    side.replaceChildren();
  }
}

function groupOf(group, counts) {
  const chosen = state.filters[group];
  const names = Object.keys(all[group]).filter((name) => counts[name] || chosen.includes(name)).sort((a, b) => chosen.includes(b) - chosen.includes(a) || (counts[b] || 0) - (counts[a] || 0) || a.localeCompare(b, "da"));
  const boxes = names.map((name) => {
    const box = h("input", { type: "checkbox", id: `${group} ${name}`, checked: chosen.includes(name) });
    box.addEventListener("change", () => {
      state.filters[group] = box.checked ? [...chosen, name] : chosen.filter((other) => other !== name);
      run();
    });
    return h("label", {}, box, h("span", {}, group === "kinds" ? t.kindNames[name] || name : name), h("span", { class: "count" }, String(counts[name] || 0)));
  });
  const long = names.length > LONG;
  return h("fieldset", {}, h("legend", {}, t[group]), h("div", { class: "options", id: `list-${group}`, role: "group", "aria-label": t[group], tabindex: long ? "0" : null }, boxes));
}

function dates() {
  const one = (name, label) => {
    const input = h("input", { type: "date", id: name });
    input.value = state.filters[name] || "";
    input.addEventListener("change", () => {
      if (input.value) state.filters[name] = input.value;
      else delete state.filters[name];
      run();
    });
    return h("p", {}, h("label", { class: "small", for: name }, label), h("br"), input);
  };
  return h("fieldset", {}, h("legend", {}, t.period), one("date_from", t.from), one("date_to", t.to));
}

run();
if (!state.query) field.focus();
