// The numbered sources of an answer: where it stands, what it says, and the way to the page.
const FIRST_SOURCES = 2;

function place(source, text, language) {
  const parts = [
    source.body,
    dateText(source.date, language),
    source.item ? text.item(source.item) : null,
    source.section,
    source.page ? text.page(source.page) : null,
  ];
  return parts.filter(Boolean).join(" · ");
}

function sourceCard(source, number, context, marked) {
  const { text, language, client, target } = context;
  const whole = source.passage.trim() !== source.quote.trim();
  const label = source.page ? text.openPage(source.page) : text.open;
  return h(
    "li",
    { class: marked ? "source" : "source near", id: `source-${context.turn}-${number}`, tabindex: "-1" },
    h("span", { class: "number", "aria-hidden": "true" }, String(number)),
    h(
      "div",
      { class: "source-body" },
      h("h4", {}, h("span", { class: "aside" }, `${text.source(number)}: `), source.title || source.document),
      h("p", { class: "place" }, source.access === "closed" ? h("span", { class: "closed" }, icon("lock"), text.closed) : null, place(source, text, language)),
      h("blockquote", { lang: "da" }, h("p", {}, shorten(source.quote))),
      whole ? h("details", {}, h("summary", {}, text.more), h("p", { class: "passage", lang: "da" }, ...withMark(source.passage, source.quote))) : null,
      h(
        "a",
        { class: "open", href: new URL(source.view_url.slice(1), client.root).href, target, rel: target ? "noopener" : null },
        icon("open"),
        label,
        h("span", { class: "aside" }, ` – ${source.title || source.document}`),
      ),
    ),
  );
}

function shorten(quote) {
  return quote.length > 420 ? `${quote.slice(0, 400).replace(/\s+\S*$/, "")} …` : quote;
}

// The first source, those quoted in part and those the answer repeats carry it; the others are merely near and are not marked.
function carries(answer, source, index) {
  return !answer.abstained && (index === 0 || source.quote.trim() !== source.passage.trim() || answer.answer.includes(source.quote.trim()));
}

// The list of sources, the first ones shown at once; a reference in the answer leads to its card.
class Evidence {
  constructor(answer, context, heading) {
    this.sources = answer.sources;
    this.text = context.text;
    this.cards = answer.sources.map((source, index) => sourceCard(source, index + 1, context, carries(answer, source, index)));
    this.list = h("ol", { class: "sources" }, this.cards.slice(0, FIRST_SOURCES));
    this.rest = this.cards.slice(FIRST_SOURCES);
    this.more = this.rest.length ? h("button", { type: "button", class: "quiet", onclick: () => this.showAll().querySelector("a").focus() }, this.text.moreSources(this.rest.length)) : null;
    this.element = h("div", { class: "evidence", role: "group", "aria-label": heading }, h("h3", {}, heading), this.list, this.more);
  }

  showAll() {
    this.list.append(...this.rest);
    this.more?.remove();
    return this.rest[0];
  }

  // The number of the source that says these words, or 0.
  numberOf(words) {
    const folded = fold(words);
    return 1 + this.sources.findIndex((source) => fold(source.quote).includes(folded) || fold(source.passage).includes(folded));
  }

  reference(number) {
    const card = this.cards[number - 1];
    const go = () => {
      if (!card.isConnected) this.showAll();
      card.focus();
      card.scrollIntoView({ block: "nearest" });
    };
    return h("button", { type: "button", class: "reference", "aria-label": this.text.source(number), onclick: go }, String(number));
  }
}

function fold(words) {
  return words.replace(/\s+/g, " ").trim();
}

function conflictList(conflicts, context) {
  return h(
    "div",
    { class: "conflicts", role: "group", "aria-label": context.text.conflicts },
    h("h3", {}, icon("warn"), context.text.conflicts),
    conflicts.map(({ text, source }) =>
      h("p", {}, text, " ", h("a", { href: new URL(source.view_url.slice(1), context.client.root).href, target: context.target }, place(source, context.text, context.language) || context.text.open)),
    ),
  );
}
