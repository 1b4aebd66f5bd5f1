// The element <kilde-svar>. Attributes: lang (da, en), theme (auto, light, dark), src (the service), key, target,
// bodies, regions, municipalities, kinds (chosen filters, with ;), question (asked at once).
const SCRIPT = document.currentScript ? document.currentScript.src : location.href;
const MOST_CHARACTERS = 2000;
const KEPT_TURNS = 20;
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(STYLE);

class KildeSvar extends HTMLElement {
  static observedAttributes = ["lang"];

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [SHEET];
    this.turns = [];
    this.count = 0;
  }

  connectedCallback() {
    if (!this.built) this.build();
  }

  attributeChangedCallback(name, old, now) {
    if (this.built && old !== now) {
      this.remember();
      this.build();
    }
  }

  get language() {
    const named = this.getAttribute("lang") || this.closest("[lang]")?.getAttribute("lang") || "da";
    return named.toLowerCase().startsWith("en") ? "en" : "da";
  }

  get store() {
    return `kilde-svar ${this.root}`;
  }

  build() {
    this.built = true;
    this.root = new URL(".", new URL(this.getAttribute("src") || SCRIPT, location.href)).href;
    this.text = TEXT[this.language];
    this.client = new Client(this.root, this.getAttribute("key"));
    this.turns = [];
    const { text } = this;
    this.status = h("div", { class: "status" });
    this.live = h("p", { class: "aside", role: "status", "aria-live": "polite" });
    this.log = h("div", { class: "log", role: "region", "aria-label": text.conversation });
    this.begin = h("div", { class: "begin" }, h("p", { class: "begin-title" }, text.begin), h("p", {}, text.beginText));
    this.suggested = h("div", { class: "suggested" });
    this.filters = new Filters(this.context(), (chosen) => (this.chosen = chosen));
    this.buildForm();
    const column = (this.column = h("div", { class: "column fresh", lang: this.language }, this.begin, this.log, this.form, this.suggested, this.live));
    this.shadowRoot.replaceChildren(column);
    this.filters.choose(this.filtersOfAttributes());
    this.recall();
    this.showStatus();
    const question = this.getAttribute("question") || this.asked;
    this.asked = null;
    if (question) this.ask(question);
    else this.suggest();
  }

  buildForm() {
    const { text } = this;
    this.field = h("textarea", { id: "question", rows: "1", "aria-describedby": "hint", placeholder: text.placeholder, enterkeyhint: "send" });
    this.over = h("p", { class: "over", role: "alert" });
    this.button = h("button", { type: "submit", class: "primary send" }, icon("send"), h("span", {}, text.ask));
    this.fresh = h("button", { type: "button", class: "quiet", onclick: () => this.startAgain(), hidden: true }, icon("fresh"), text.fresh);
    this.form = h(
      "form",
      { class: "ask", "aria-label": text.name },
      this.filters.panel,
      this.filters.chips,
      h("div", { class: "box" }, h("label", { class: "aside", for: "question" }, text.question), this.field, this.button),
      this.over,
      h("div", { class: "under" }, this.filters.button, this.fresh, this.status, h("p", { class: "hint aside", id: "hint" }, text.hint)),
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.stopper) this.stopper.abort();
      else this.ask(this.field.value);
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (!this.stopper) this.ask(this.field.value);
    });
    this.field.addEventListener("input", () => this.grow());
  }

  context() {
    return {
      text: this.text, language: this.language, client: this.client, turn: this.count, root: this.shadowRoot,
      target: this.getAttribute("target"), say: (words) => this.say(words), edit: (words) => this.edit(words),
    };
  }

  filtersOfAttributes() {
    const named = GROUPS.map((group) => [group, (this.getAttribute(group) || "").split(";").map((name) => name.trim()).filter(Boolean)]);
    return Object.fromEntries(named);
  }

  say(words) {
    this.live.textContent = "";
    setTimeout(() => (this.live.textContent = words), 60); // a change is what a screen reader reads
  }

  edit(words) {
    this.field.value = words;
    this.grow();
    this.field.focus();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 220)}px`;
    const over = this.field.value.length - MOST_CHARACTERS;
    this.over.textContent = over > 0 ? this.text.tooLong(over) : "";
  }

  async ask(words, { context } = {}) {
    const question = words.trim();
    if (!question) return this.field.focus();
    if (question.length > MOST_CHARACTERS) return this.grow();
    const earlier = context || this.turns.map((turn) => turn.question.question).slice(-10);
    const turn = this.addTurn({ question, context: earlier, filters: this.filters.body });
    this.field.value = "";
    this.grow();
    turn.element.scrollIntoView({ block: "start", behavior: this.calm ? "auto" : "smooth" });
    await this.run(turn);
    return undefined;
  }

  addTurn(question) {
    this.count += 1;
    const turn = new Turn(this.context(), question);
    this.begin.hidden = true;
    this.column.classList.remove("fresh");
    this.fresh.hidden = false;
    this.field.placeholder = this.text.followUp;
    this.suggested.replaceChildren();
    this.log.append(turn.element);
    return turn;
  }

  async run(turn) {
    this.working(true);
    this.say(this.text.thinking);
    try {
      const answer = await this.client.ask(turn.question, { understood: (data) => turn.understood(data), text: (data) => turn.text(data) }, this.stopper.signal);
      turn.answer(answer);
      this.say(`${answer.abstained ? `${this.text.refused}. ` : ""}${answer.answer}`);
      this.turns.push({ question: turn.question, answer });
      this.remember();
      this.suggest(answer);
    } catch (error) {
      this.fail(turn, error);
    } finally {
      this.working(false);
    }
  }

  fail(turn, error) {
    if (!(error instanceof Trouble) && error.name !== "AbortError") console.error(error);
    turn.trouble(error, () => {
      turn.element.remove();
      this.ask(turn.question.question, { context: turn.question.context });
    });
    if (error.kind === "key") this.askForKey();
  }

  working(on) {
    this.stopper = on ? new AbortController() : null;
    this.log.setAttribute("aria-busy", String(on));
    this.button.replaceChildren(icon(on ? "stop" : "send"), h("span", {}, on ? this.text.stop : this.text.ask));
  }

  async suggest(answer) {
    const asked = this.turns.map((turn) => turn.question.question.slice(0, 300)).slice(-20);
    const shown = answer ? answer.sources.slice(0, 2).map((source) => source.passage_id) : [];
    const body = { passage_ids: shown, asked, language: answer ? answer.language : this.language, filters: this.filters.body };
    const found = await this.client.json("api/suggestions", body).catch(() => ({ questions: [] }));
    const latest = this.turns.at(-1)?.answer;
    if (latest !== answer || !found.questions.length || this.stopper) return;
    const buttons = found.questions.map((question) => h("li", {}, h("button", { type: "button", class: "suggestion", onclick: () => this.ask(question) }, question)));
    this.suggested.replaceChildren(h("p", { id: "try" }, answer ? this.text.askNext : this.text.tryThese), h("ul", { "aria-labelledby": "try" }, buttons));
  }

  async showStatus() {
    const { text, status: shown } = this; // a change of language in the meantime makes a new one
    try {
      const status = await this.client.json("api/status");
      const covers = text.covers(status.document_count, dateText(status.newest_date, this.language));
      const unreadable = status.unreadable.filter((file) => file.status !== "partly");
      const names = h("ul", {}, unreadable.slice(0, 50).map((file) => h("li", {}, file.path)));
      shown.replaceChildren(unreadable.length ? h("details", {}, h("summary", {}, `${covers} · ${text.unreadable(unreadable.length)}`), names) : covers);
      if (!status.document_count) this.showEmpty();
    } catch (error) {
      if (error.kind === "empty") this.showEmpty();
      else if (error.kind === "key") this.askForKey();
      else if (error.kind === "offline") shown.textContent = text.offline.split(".")[0];
      else this.begin.replaceChildren(h("p", { class: "begin-title" }, text.failed), h("p", {}, error.message), h("p", {}, h("button", { type: "button", class: "quiet", onclick: () => this.build() }, text.again)));
    }
  }

  showEmpty() {
    this.begin.replaceChildren(h("p", { class: "begin-title" }, this.text.empty), h("p", {}, sameOrigin(this.root) ? h("a", { href: new URL("admin", this.root).href }, this.text.emptyHow) : this.text.emptyHow));
    this.suggested.replaceChildren();
  }

  askForKey() {
    if (this.shadowRoot.getElementById("key")) return;
    const field = h("input", { type: "password", id: "key", autocomplete: "current-password", required: true });
    const form = h("form", { class: "sign-in" }, h("label", { for: "key" }, this.text.key), field, h("button", { type: "submit", class: "primary" }, this.text.signIn));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        await this.client.json("api/session", { key: field.value });
        if (!sameOrigin(this.root)) this.setAttribute("key", field.value); // a cookie of another site would not be sent
        this.build();
      } catch (error) {
        this.say(error.message);
        field.setAttribute("aria-invalid", "true");
      }
    });
    this.begin.hidden = false;
    this.begin.replaceChildren(h("p", { class: "begin-title" }, this.text.signIn), h("p", {}, this.text.signInWhy), form);
  }

  startAgain() {
    this.turns = [];
    this.remember();
    this.log.replaceChildren();
    this.begin.hidden = false;
    this.column.classList.add("fresh");
    this.fresh.hidden = true;
    this.field.placeholder = this.text.placeholder;
    this.suggest();
    this.field.focus();
  }

  get calm() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  // The conversation lives as long as the browser's tab, so that the way back from a source leads into it.
  remember() {
    try {
      sessionStorage.setItem(this.store, JSON.stringify(this.turns.slice(-KEPT_TURNS)));
    } catch {
      // full or forbidden: the conversation is merely not kept
    }
  }

  recall() {
    let kept = [];
    try {
      kept = JSON.parse(sessionStorage.getItem(this.store)) || [];
    } catch {
      return;
    }
    for (const { question, answer } of kept) {
      const turn = this.addTurn(question);
      turn.understood(answer);
      turn.answer(answer);
    }
    this.turns = kept;
  }
}

if (!customElements.get("kilde-svar")) customElements.define("kilde-svar", KildeSvar);
