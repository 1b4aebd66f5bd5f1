// The secretary's and the editor's page: new documents, rebuild, versions, report, feedback, evaluations.
import { evaluationsPanel, feedbackPanel, gateResult } from "/assets/review.js";
import { api, closedMark, dateText, fill, h, say, t, timeText, Trouble } from "/assets/site.js";

const panels = {};

export function panel(name, heading, ...content) {
  const made = h("section", { class: "panel", "aria-labelledby": `panel-${name}` }, h("h2", { id: `panel-${name}` }, heading), ...content);
  panels[name]?.replaceWith(made);
  panels[name] = made;
  return made;
}

async function statusPanel() {
  let status;
  try {
    status = await api("/api/status");
  } catch (error) {
    return panel("status", t.status, h("p", { class: "note" }, error.status === 503 ? t.noIndex : error.message));
  }
  const figures = [[t.documents, status.document_count], [t.passages, status.passage_count], [t.facts, status.fact_count], [t.newest, dateText(status.newest_date) || "–"]].filter(([, value]) => value !== null);
  return panel(
    "status",
    t.status,
    h("dl", { class: "figures" }, figures.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, String(value))))),
    h("p", { class: "soft small" }, `${t.generation} ${status.generation} · ${t.built} ${timeText(status.built_at)}`),
    status.fault ? h("p", { class: "trouble" }, status.fault) : null,
  );
}

// --- new documents ---

async function uploadsPanel() {
  const { sources, uploads } = await api("/api/admin/uploads");
  const input = h("input", { type: "file", multiple: true, id: "files", class: "aside", onchange: () => send(input.files) });
  const closed = h("input", { type: "checkbox", id: "as-closed" });
  const choose = h("button", { type: "button", class: "quiet", onclick: () => input.click() }, t.choose);
  const drop = h("div", { class: "drop" }, h("p", {}, t.uploadText), choose, h("label", { class: "aside", for: "files" }, t.choose), input, h("p", {}, h("label", { class: "row centre" }, closed, t.asClosed)));
  input.tabIndex = -1;
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    send(event.dataTransfer.files);
  });
  const line = ({ name, bytes, closed: isClosed }) =>
    h("li", { class: "row" }, h("span", { class: "grow" }, isClosed ? closedMark({ access: "closed" }) : null, name), h("span", { class: "count" }, `${Math.max(1, Math.round(bytes / 1024))} kB`), h("button", { type: "button", class: "quiet low", "aria-label": t.removeName(name), onclick: () => removeUpload(name, isClosed) }, t.remove));
  return panel(
    "uploads",
    t.upload,
    drop,
    h("p", { id: "upload-said", role: "alert" }),
    uploads.length ? h("ul", { class: "plain" }, uploads.map(line)) : h("p", { class: "soft small" }, t.noUploads),
    sources.length ? h("p", { class: "soft small" }, `${t.sources}: ${sources.join(", ")}`) : null,
  );
}

async function send(files) {
  const said = [];
  const closed = document.getElementById("as-closed").checked;
  for (const file of files) {
    try {
      await api(`/api/admin/uploads/${encodeURIComponent(file.name)}?closed=${closed}`, { method: "PUT", raw: file });
      said.push(h("span", {}, t.uploaded(file.name), h("br")));
    } catch (error) {
      said.push(h("span", { class: "bad" }, `${file.name}: ${error.message}`, h("br")));
    }
  }
  await uploadsPanel();
  document.getElementById("upload-said").replaceChildren(...said);
  document.querySelector(".drop button").focus();
}

async function removeUpload(name, closed) {
  await api(`/api/admin/uploads/${encodeURIComponent(name)}?closed=${closed}`, { method: "DELETE" });
  await uploadsPanel();
  document.querySelector(".drop button").focus();
}

// --- rebuild ---

async function rebuildPanel() {
  const job = await api("/api/admin/job");
  const start = h("button", { type: "button", class: "primary", onclick: () => rebuild("/api/admin/rebuild") }, t.start);
  const state = h("div", { id: "job", role: "status" }, job ? null : h("p", { class: "soft small" }, t.noJob));
  const made = panel("rebuild", t.rebuild, h("p", { class: "soft" }, t.rebuildText), start, state);
  if (job) follow(state, start);
  return made;
}

export async function rebuild(path) {
  const start = panels.rebuild.querySelector("button");
  const state = document.getElementById("job");
  try {
    await api(path, { method: "POST" });
    follow(state, start);
  } catch (error) {
    state.replaceChildren(h("p", { class: "trouble" }, error.message));
  }
}

// Follows the job's events; when the connection breaks the browser comes back and the story is told again from its beginning.
function follow(state, start) {
  start.disabled = true;
  const bar = h("progress", { max: "1", "aria-label": t.rebuild });
  const line = h("p", { class: "small" }, t.starting);
  const log = h("div", { class: "log-lines", tabindex: "0", role: "log", "aria-label": t.report });
  state.replaceChildren(bar, line, log);
  const events = new EventSource("/api/admin/job/events");
  const on = (name, told) => events.addEventListener(name, (event) => told(JSON.parse(event.data)));
  on("progress", ({ done, total, pages, path }) => {
    bar.max = total;
    bar.value = done;
    line.textContent = t.progress(done, total, pages);
    log.append(h("div", {}, path));
    log.scrollTop = log.scrollHeight;
  });
  let refused = false;
  let unchanged = false;
  on("gate", (result) => {
    refused = result.passed === false;
    if (result.passed === null) line.textContent = t.gateRuns;
    else log.append(h("div", {}, `${t.gate}: `, gateResult(result)));
  });
  on("report", (report) => {
    unchanged = report.changed === false;
    log.append(...report.unreadable.map((file) => h("div", { class: "bad" }, `${file.path}: ${file.reason || file.status}`)));
  });
  on("end", ({ status, said }) => {
    events.close();
    start.disabled = false;
    const words = refused ? t.jobRefused : unchanged ? t.jobUnchanged : { 0: t.jobDone, 3: t.jobPart }[status] || `${t.jobFailed} ${said}`;
    line.replaceChildren(h("span", { class: status === 0 ? "good" : "bad" }, words));
    bar.value = status === 1 ? 0 : bar.max;
    setTimeout(refresh, 1500); // by then the service has taken the new generation
  });
}

async function refresh() {
  await Promise.all([statusPanel(), versionsPanel(), reportPanel(), evaluationsPanel(panel, rebuild)]);
}

// --- versions ---

async function versionsPanel() {
  let versions = [];
  try {
    ({ versions } = await api("/api/admin/versions"));
  } catch (error) {
    if (error.status !== 503) throw error;
  }
  const row = (version) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, timeText(version.built_at), h("br"), h("span", { class: "soft small" }, version.id)),
      h("td", {}, String(version.document_count)),
      h("td", {}, dateText(version.newest_date) || "–"),
      h("td", {}, version.live ? h("span", { class: "good" }, t.live) : h("button", { type: "button", class: "quiet low", "aria-label": t.backTo(timeText(version.built_at)), onclick: (event) => ask(event.currentTarget, version.id) }, t.back)),
    );
  const columns = [t.built, t.documents, t.newest, t.state].map((name) => h("th", { scope: "col" }, name));
  return panel("versions", t.versions, h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": t.versions }, h("table", {}, h("thead", {}, h("tr", {}, columns)), h("tbody", {}, versions.map(row)))));
}

function ask(button, generation) {
  const yes = h("button", { type: "button", class: "primary", onclick: () => goBack(generation) }, t.yes);
  const no = h("button", { type: "button", class: "quiet", onclick: () => {
    wrap.replaceWith(button);
    button.focus();
  } }, t.no);
  const wrap = h("div", { role: "group", "aria-label": t.sure }, h("p", {}, t.sure), h("div", { class: "row" }, yes, no));
  button.replaceWith(wrap);
  yes.focus();
}

async function goBack(generation) {
  try {
    await api("/api/admin/rollback", { body: { generation } });
    await refresh();
    say(t.live);
  } catch (error) {
    panels.versions.append(h("p", { class: "trouble", role: "alert" }, error.message));
  }
}

// --- report ---

async function reportPanel() {
  let files = [];
  try {
    ({ files } = await api("/api/admin/report"));
  } catch (error) {
    if (error.status !== 503) throw error;
  }
  const isFault = (file) => !["read", "unchanged"].includes(file.status) || file.warnings.length > 0;
  const body = h("tbody");
  const row = (file) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, file.path),
      h("td", {}, h("span", { class: isFault(file) ? "bad" : "good" }, t.states[file.status] || file.status)),
      h("td", {}, String(file.page_count)),
      h("td", {}, String(file.passage_count)),
      h("td", {}, String(file.repair_count)),
      h("td", {}, [file.reason, ...file.warnings.slice(0, 5)].filter(Boolean).join(" ")),
    );
  const only = h("input", { type: "checkbox", id: "only", onchange: () => show() });
  const show = () => body.replaceChildren(...files.filter((file) => !only.checked || isFault(file)).map(row));
  show();
  const columns = [t.file, t.state, t.pages, t.passages, t.repairs, t.remark].map((name) => h("th", { scope: "col" }, name));
  const made = panel("report", t.report, h("p", {}, h("label", { class: "row" }, only, t.onlyFaults)), h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": t.report }, h("table", {}, h("thead", {}, h("tr", {}, columns)), body)));
  made.classList.add("wide");
  return made;
}

fill(async () => {
  const session = await api("/api/session");
  if (!session.roles.includes("admin")) throw new Trouble(403, t.adminOnly);
  const made = await Promise.all([statusPanel(), rebuildPanel(), uploadsPanel(), versionsPanel(), evaluationsPanel(panel, rebuild), feedbackPanel(panel), reportPanel()]);
  return h("div", { class: "panels" }, made);
});
