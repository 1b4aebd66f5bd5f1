// Filters with counts. What is chosen stands as chips beside the question; the panel opens on demand.
const GROUPS = ["bodies", "regions", "municipalities", "kinds"];
const LONG_LIST = 8;

class Filters {
  constructor(context, onchange) {
    this.context = context;
    this.onchange = onchange;
    this.chosen = { bodies: [], regions: [], municipalities: [], kinds: [], date_from: null, date_to: null };
    this.chips = h("ul", { class: "chips" });
    this.panel = h("div", { class: "filters", id: "filters", role: "group", "aria-label": context.text.filters, hidden: true });
    this.button = h("button", { type: "button", class: "quiet", "aria-expanded": "false", "aria-controls": "filters", onclick: () => this.toggle() }, icon("filter"), h("span", {}, context.text.filters));
    this.panel.addEventListener("keydown", (event) => event.key === "Escape" && this.toggle(false));
  }

  get count() {
    return GROUPS.reduce((sum, group) => sum + this.chosen[group].length, 0) + (this.chosen.date_from || this.chosen.date_to ? 1 : 0);
  }

  get body() {
    const kept = Object.entries(this.chosen).filter(([, value]) => value && value.length);
    return Object.fromEntries(kept);
  }

  choose(chosen) {
    this.chosen = { ...this.chosen, ...chosen };
    this.show();
  }

  async toggle(open = this.panel.hidden) {
    this.panel.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (!open) return this.button.focus();
    if (!this.panel.childElementCount) this.panel.append(h("p", { class: "wait" }, this.context.text.loading));
    await this.refresh();
    this.panel.querySelector("input, button")?.focus();
    return undefined;
  }

  // A group is counted within the other groups' choices, so that every number says what choosing it would give.
  async refresh() {
    const { client, text } = this.context;
    try {
      const facets = await client.json("api/facets", this.body);
      for (const group of GROUPS.filter((name) => this.chosen[name].length)) {
        const { [group]: own, ...others } = this.body;
        facets[group] = (await client.json("api/facets", others))[group];
      }
      const all = this.all || (this.all = await client.json("api/facets", {}));
      this.fill(facets, all);
    } catch (error) {
      this.panel.replaceChildren(h("p", { class: "wait" }, error.kind === "offline" ? text.offline : text.failed));
    }
  }

  fill(facets, all) {
    const { text } = this.context;
    const focused = this.context.root.activeElement?.id;
    const groups = GROUPS.filter((group) => Object.keys(all[group]).length).map((group) => this.group(group, facets[group], all[group]));
    const dates = h("fieldset", {}, h("legend", {}, text.period), this.date("date_from", text.from), this.date("date_to", text.to));
    const end = h("div", { class: "row" },
      h("button", { type: "button", class: "primary", onclick: () => this.toggle(false) }, text.done),
      h("button", { type: "button", class: "quiet", onclick: () => this.clear() }, text.clear));
    this.panel.replaceChildren(h("div", { class: "groups" }, ...groups, dates), end);
    if (focused) this.context.root.getElementById(focused)?.focus();
  }

  group(group, counts, all) {
    const { text } = this.context;
    const chosen = this.chosen[group];
    const names = Object.keys(all).filter((name) => counts[name] || chosen.includes(name)).sort((a, b) => chosen.includes(b) - chosen.includes(a) || (counts[b] || 0) - (counts[a] || 0) || a.localeCompare(b, "da"));
    const boxes = names.map((name, index) => {
      const box = h("input", { type: "checkbox", id: `${group}-${index}-${name}`, value: name, checked: chosen.includes(name) });
      box.addEventListener("change", () => this.flip(group, name, box.checked));
      const label = group === "kinds" ? text.kindNames[name] || name : name;
      return h("label", { "data-name": label.toLowerCase() }, box, h("span", {}, label), h("span", { class: "count" }, String(counts[name] || 0)));
    });
    const list = h("div", { class: "list", tabindex: names.length > LONG_LIST ? "0" : null, role: "group", "aria-label": text[group] }, boxes);
    const find = names.length > LONG_LIST
      ? h("input", { type: "search", class: "find", id: `find-${group}`, "aria-label": `${text.find}: ${text[group]}`, placeholder: text.find, oninput: (event) => {
          const wanted = event.target.value.trim().toLowerCase();
          boxes.forEach((label) => (label.hidden = !label.dataset.name.includes(wanted)));
        } })
      : null;
    return h("fieldset", {}, h("legend", {}, text[group]), find, list);
  }

  date(name, label) {
    const field = h("input", { type: "date", id: name });
    field.value = this.chosen[name] || "";
    field.addEventListener("change", () => {
      this.chosen[name] = field.value || null;
      this.show();
      this.refresh();
    });
    return h("label", { class: "date" }, label, field);
  }

  flip(group, name, on) {
    this.chosen[group] = on ? [...this.chosen[group], name] : this.chosen[group].filter((other) => other !== name);
    this.show();
    if (!this.panel.hidden) this.refresh();
  }

  clear() {
    GROUPS.forEach((group) => (this.chosen[group] = []));
    this.chosen.date_from = this.chosen.date_to = null;
    this.show();
    if (!this.panel.hidden) this.refresh();
  }

  show() {
    const { text, language } = this.context;
    const chip = (label, remove) =>
      h("li", {}, h("button", { type: "button", class: "chip", "aria-label": text.remove(label), onclick: () => {
        remove();
        this.button.focus();
      } }, label, icon("close")));
    const chips = GROUPS.flatMap((group) => this.chosen[group].map((name) =>
      chip(group === "kinds" ? text.kindNames[name] || name : name, () => this.flip(group, name, false))));
    if (this.chosen.date_from || this.chosen.date_to) {
      const span = `${dateText(this.chosen.date_from, language)} – ${dateText(this.chosen.date_to, language)}`;
      chips.push(chip(span, () => {
        this.chosen.date_from = this.chosen.date_to = null;
        this.show();
        if (!this.panel.hidden) this.refresh();
      }));
    }
    this.chips.replaceChildren(...chips);
    this.button.querySelector("span").textContent = this.count ? text.filtersOn(this.count) : text.filters;
    this.onchange(this.chosen);
  }
}
