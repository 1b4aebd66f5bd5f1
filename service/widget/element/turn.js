// One question with its answer, as it comes and when it is whole.
const UNSURE = 0.6; // below this measured chance of being right an answer comes with a word of caution

class Turn {
  constructor(context, question) {
    this.context = context;
    this.question = question; // what was sent: question, context, filters
    const { text } = context;
    this.answerId = `answer-${context.turn}`;
    this.words = h("p", { class: "answer", id: this.answerId });
    this.waiting = h("p", { class: "wait" }, text.thinking);
    this.body = h("div", { class: "turn-body" }, this.waiting);
    this.element = h(
      "article",
      { class: "turn", "aria-labelledby": `asked-${context.turn}`, tabindex: "-1" },
      h("h2", { class: "asked", id: `asked-${context.turn}` }, h("span", { class: "aside" }, `${text.you}: `), question.question),
      this.body,
    );
  }

  understood({ question, understood_as: understood }) {
    const { text, edit } = this.context;
    if (understood.trim() === question.trim()) return;
    const note = h("p", { class: "understood" }, h("span", {}, `${text.understood}: `), h("q", {}, understood), " ",
      h("button", { type: "button", class: "link", onclick: () => edit(understood) }, text.otherwise));
    this.body.prepend(note);
  }

  text({ text: piece }) {
    if (this.waiting.isConnected) this.waiting.replaceWith(this.words);
    this.words.append(piece);
  }

  answer(answer) {
    const { text, language } = this.context;
    this.waiting.remove();
    const evidence = answer.sources.length ? new Evidence(answer, this.context, answer.abstained ? text.nearest : text.sources) : null;
    this.words.replaceChildren(...quotesApart(answer, evidence));
    this.element.classList.toggle("refusal", answer.abstained);
    const said = answer.answer.includes(dateText(answer.as_of, answer.language)); // the answer's own words may give the date already
    const meta = [
      answer.as_of && !answer.abstained && !said ? text.asOf(dateText(answer.as_of, language)) : null,
      answer.coverage?.unreadable.length ? coverageText(answer.coverage, text, language) : null,
    ].filter(Boolean);
    const main = h(
      "div",
      { class: "said" },
      answer.abstained ? h("h3", { class: "refused" }, icon("search"), text.refused) : null,
      this.words,
      !answer.abstained && answer.confidence < UNSURE ? h("p", { class: "unsure" }, icon("warn"), text.unsure) : null,
      meta.length ? h("p", { class: "as-of" }, meta.join(" · ")) : null,
      answer.conflicts.length ? conflictList(answer.conflicts, this.context) : null,
      verdictBar(answer, this.question, this.context),
    );
    this.body.querySelectorAll(".columns").forEach((old) => old.remove());
    this.body.append(h("div", { class: "columns" }, main, evidence?.element));
  }

  trouble(error, again) {
    const { text, say } = this.context;
    const sentences = { offline: text.offline, wait: text.wait(error.seconds), empty: `${text.empty} ${text.emptyHow}`, key: text.signInWhy };
    const sentence = error.name === "AbortError" ? text.stopped : sentences[error.kind] || `${text.failed} ${error.message || ""}`;
    const retry = h("button", { type: "button", class: "quiet", onclick: again }, text.again);
    if (error.kind === "wait") {
      retry.disabled = true;
      setTimeout(() => (retry.disabled = false), error.seconds * 1000);
    }
    this.waiting.remove();
    this.body.append(h("div", { class: "trouble" }, icon("warn"), h("p", {}, sentence), retry));
    say(sentence);
  }
}

// Words between »…« or “…” are the source's own: they are set as such, each with the way to the source that says them.
function quotesApart(answer, evidence) {
  const parts = answer.answer.split(/(»[^«]*«|“[^”]*”)/).filter(Boolean);
  const shown = parts.flatMap((part) => {
    if (!/^[»“]/.test(part)) return [part];
    const number = answer.abstained ? 0 : evidence?.numberOf(part.slice(1, -1)) || 0;
    return [h("span", { class: "quoted" }, part), number ? evidence.reference(number) : null];
  });
  const referred = answer.abstained || !evidence || shown.some((part) => part?.nodeName === "BUTTON");
  return [...shown, referred ? null : evidence.reference(1)].filter(Boolean);
}

function coverageText(coverage, text, language) {
  const unreadable = coverage.unreadable.length ? `; ${text.unreadable(coverage.unreadable.length)}` : "";
  return text.covers(coverage.document_count, dateText(coverage.newest_date, language)) + unreadable;
}
