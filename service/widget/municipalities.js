// Who runs which task: one municipality as a small table, and all sundhedsråd as a matrix.
import { api, dateText, fill, h, icon, language, t } from "/assets/site.js";

const asked = location.pathname.startsWith("/municipalities/") ? decodeURIComponent(location.pathname.split("/").pop()) : null;

function tag(runner) {
  return h("span", { class: `tag ${runner}` }, t.runners[runner]);
}

function chooser(list) {
  const options = list.map(({ name }) => h("option", { value: name, selected: name === asked }, name));
  const select = h("select", { id: "municipality" }, options);
  const form = h("form", { class: "row end" }, h("div", {}, h("label", { class: "above", for: "municipality" }, t.chooseMunicipality), select), h("button", { class: "primary" }, t.show));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`/municipalities/${encodeURIComponent(select.value)}`);
  });
  return form;
}

function taskRow(task) {
  const earlier = task.earlier.length ? h("p", { class: "small bad" }, `${t.earlier}: ${task.earlier.join("; ")}`) : null;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, task.task),
    h("td", {}, tag(task.runner)),
    h("td", {}, h("p", {}, task.statement), h("p", { class: "quoted", lang: "da" }, h("mark", {}, task.words)), earlier),
    h("td", {}, h("a", { href: task.view_url }, icon("open"), ` ${t.openSource}`, h("span", { class: "aside" }, `: ${task.task}`)), h("br"), h("span", { class: "soft small" }, task.date ? t.asOf(dateText(task.date)) : "")),
  );
}

function municipalityPart(found) {
  document.title = `${found.name} – Kildesvar`;
  const about = [found.council ? `${t.council}: ${found.council}` : null, found.region].filter(Boolean).join(" · ");
  const columns = [t.task, t.runner, t.words2, t.source].map((label) => h("th", { scope: "col" }, label));
  return [
    h("h1", {}, found.name),
    h("p", { class: "soft" }, about),
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": t.whoRuns }, h("table", { "aria-label": t.whoRuns }, h("thead", {}, h("tr", {}, columns)), h("tbody", {}, found.tasks.map(taskRow)))),
  ];
}

function cell(ruling) {
  if (!ruling) return h("td", {}, h("span", { class: "soft" }, "–"));
  const words = ruling.words.length > 90 ? `${ruling.words.slice(0, 80).replace(/\s+\S*$/, "")} …` : ruling.words;
  return h("td", {}, h("a", { href: ruling.view_url, lang: "da", title: ruling.words }, words), ruling.runner ? h("p", {}, tag(ruling.runner)) : null);
}

function matrixPart(found) {
  const head = h("tr", {}, h("th", { scope: "col" }, t.council), found.tasks.map((task) => h("th", { scope: "col" }, task)));
  const names = (council) => council.municipalities.map((name, index) => [index ? ", " : "", h("a", { href: `/municipalities/${encodeURIComponent(name)}` }, name)]).flat();
  const rows = found.councils.map((council) => h("tr", {}, h("th", { scope: "row" }, council.name, h("p", { class: "soft small" }, ...names(council))), council.cells.map(cell)));
  return h(
    "section",
    { "aria-labelledby": "matrix" },
    h("h2", { id: "matrix" }, t.matrix),
    h("p", { class: "soft" }, t.matrixText),
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "matrix" }, h("table", { class: "matrix" }, h("thead", {}, head), h("tbody", {}, rows))),
  );
}

fill(async () => {
  const { municipalities } = await api("/api/municipalities");
  if (!municipalities.length) return [h("h1", {}, t.whoRuns), h("p", { class: "note" }, t.noTables)];
  if (asked) {
    const found = await api(`/api/municipalities/${encodeURIComponent(asked)}?language=${language}`);
    return [...municipalityPart(found), h("div", { class: "space" }), chooser(municipalities)];
  }
  const matrix = await api(`/api/matrix?language=${language}`);
  return [h("h1", {}, t.whoRuns), chooser(municipalities), h("div", { class: "space" }), matrixPart(matrix)];
});
