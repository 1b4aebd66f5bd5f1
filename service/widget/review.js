// Feedback that becomes a question set, and how well the generations did on theirs.
import { api, h, shareText, t, timeText } from "/assets/site.js";

export async function feedbackPanel(panel) {
  const { feedback } = await api("/api/admin/feedback");
  const content = feedback.length
    ? [h("p", {}, h("a", { class: "quiet", href: "/api/admin/feedback/questions.jsonl", download: "feedback.jsonl" }, t.asSet)), h("ul", { class: "plain verdicts" }, feedback.map(verdict))]
    : [h("p", { class: "soft" }, t.noFeedback)];
  return panel("feedback", t.feedback, ...content);
}

function verdict(each) {
  const { given } = each;
  const helped = given.verdict === "up";
  const why = [helped ? t.helped : t.helpedNot, given.reason ? t.reasons[given.reason] : null, timeText(each.at)].filter(Boolean).join(" · ");
  const state = h("span", { class: "good small" }, each.review ? ` ${t.reviewed}` : "");
  return h(
    "li",
    {},
    h("h3", {}, given.question),
    h("p", { class: "small" }, h("span", { class: helped ? "good" : "bad" }, why), state),
    given.comment ? h("p", {}, `»${given.comment}«`) : null,
    h("p", { class: "soft" }, given.answer),
    h("details", {}, h("summary", {}, t.review), reviewForm(each, state)),
  );
}

function reviewForm(each, state) {
  const review = each.review || { answerable: !each.given.abstained, must_include: [], ignore: false };
  const words = h("textarea", { rows: "3", id: `must-${each.id}`, class: "grow" });
  words.value = review.must_include.map((group) => group.join(" | ")).join("\n");
  const answerable = h("input", { type: "checkbox", checked: review.answerable });
  const ignore = h("input", { type: "checkbox", checked: review.ignore });
  const form = h(
    "form",
    {},
    h("label", { class: "above", for: `must-${each.id}` }, t.mustHold),
    h("p", { class: "row" }, words),
    h("p", {}, h("label", { class: "row" }, answerable, t.answerable)),
    h("p", {}, h("label", { class: "row" }, ignore, t.ignore)),
    h("button", { class: "quiet" }, t.save),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const groups = words.value.split("\n").map((line) => line.split("|").map((word) => word.trim()).filter(Boolean)).filter((group) => group.length);
    try {
      await api(`/api/admin/feedback/${each.id}`, { method: "PUT", body: { answerable: answerable.checked, must_include: groups, ignore: ignore.checked } });
      state.textContent = ` ${t.saved}`;
    } catch (error) {
      state.textContent = ` ${error.message}`;
    }
  });
  return form;
}

export async function evaluationsPanel(panel, start) {
  const { gate_min_accuracy: gate, has_questions: possible, evaluations } = await api("/api/admin/evaluations");
  const run = possible ? h("button", { type: "button", class: "quiet", onclick: () => start("/api/admin/evaluate") }, t.evaluate) : null;
  const measured = evaluations.filter((each) => each.accuracy !== null).slice(-30);
  const content = measured.length ? [chart(measured, gate), h("p", {}, gateResult(measured.at(-1)))] : [h("p", { class: "soft" }, t.noEvaluations)];
  return panel("evaluations", t.evaluations, ...content, run);
}

// How a generation did, in the reader's words; why it was refused is told in the gate's own, which are English.
export function gateResult({ passed, accuracy, sentence }) {
  const words = [passed ? t.gatePassed : t.gateFailed, accuracy === null ? null : t.rightShare(shareText(accuracy))].filter(Boolean);
  return [h("span", { class: passed ? "good" : "bad" }, words.join(": ")), passed ? null : h("span", { lang: "en" }, ` ${sentence}`)];
}

// A line over generations from 0 to 100 %, the gate dashed; the table below says the same in words.
function chart(evaluations, gate) {
  const [width, height, left, right, top, bottom] = [560, 220, 44, 16, 14, 26];
  const space = "http://www.w3.org/2000/svg";
  const draw = (tag, attributes, words) => {
    const element = document.createElementNS(space, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    if (words) element.textContent = words;
    return element;
  };
  const x = (index) => left + (evaluations.length < 2 ? (width - left - right) / 2 : (index * (width - left - right)) / (evaluations.length - 1));
  const y = (share) => top + (1 - share) * (height - top - bottom);
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img", "aria-label": `${t.evaluations} ${shareText(evaluations.at(-1).accuracy)}` });
  for (const share of [0, 0.5, 1]) {
    svg.append(draw("line", { class: "axis", x1: left, x2: width - right, y1: y(share), y2: y(share) }), draw("text", { x: left - 8, y: y(share) + 4, "text-anchor": "end" }, `${share * 100} %`));
  }
  svg.append(draw("line", { class: "gate", x1: left, x2: width - right, y1: y(gate), y2: y(gate) }), draw("text", { x: width - right, y: y(gate) + 15, "text-anchor": "end" }, t.gateLine(Math.round(gate * 100))));
  svg.append(draw("polyline", { class: "line", points: evaluations.map((each, index) => `${x(index)},${y(each.accuracy)}`).join(" ") }));
  evaluations.forEach((each, index) => svg.append(draw("circle", { class: "dot", cx: x(index), cy: y(each.accuracy), r: 4 })));
  const rows = evaluations.map((each) => h("tr", {}, h("th", { scope: "row" }, timeText(each.at)), h("td", {}, each.generation), h("td", {}, shareText(each.accuracy))));
  const table = h("table", {}, h("thead", {}, h("tr", {}, [t.when, t.generation, t.accuracy].map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, rows));
  return h("div", {}, svg, h("details", {}, h("summary", {}, t.accuracy), h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": t.accuracy }, table)));
}
