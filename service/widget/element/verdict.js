// What a user can do with an answer: copy it with its source, say whether it helped and why not.
function asPlainText(answer, context) {
  const lines = [answer.answer, ""];
  answer.sources.slice(0, FIRST_SOURCES).forEach((source, index) => {
    const where = [source.title || source.document, place(source, context.text, context.language)].filter(Boolean).join(", ");
    lines.push(`[${index + 1}] ${where}`, `    »${source.quote.replace(/\s+/g, " ").trim()}«`, `    ${new URL(source.view_url.slice(1), context.client.root).href}`);
  });
  return lines.join("\n");
}

async function copyText(plain) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(plain);
  const field = h("textarea", { readonly: true, "aria-hidden": "true" });
  field.value = plain;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy"); // pages without https have nothing else
  field.remove();
  if (!done) throw new Error("not copied");
  return undefined;
}

function verdictBar(answer, question, context) {
  const { text, say } = context;
  const copy = h("button", { type: "button", class: "tool" }, icon("copy"), h("span", {}, text.copy));
  copy.addEventListener("click", async () => {
    const result = await copyText(asPlainText(answer, context)).then(() => text.copied, () => text.notCopied);
    copy.querySelector("span").textContent = result;
    say(result);
    setTimeout(() => (copy.querySelector("span").textContent = text.copy), 2500);
  });
  const up = h("button", { type: "button", class: "tool", "aria-pressed": "false", title: text.up }, icon("up"), h("span", { class: "aside" }, text.up));
  const down = h("button", { type: "button", class: "tool", "aria-pressed": "false", "aria-expanded": "false", title: text.down }, icon("down"), h("span", { class: "aside" }, text.down));
  const bar = h("div", { class: "tools" }, copy, h("span", { class: "gap" }), up, down);
  const wrap = h("div", { class: "verdict" }, bar);

  const send = async (verdict, reason, comment) => {
    const body = {
      ...question, answer: answer.answer, abstained: answer.abstained, verdict, reason, comment,
      passage_ids: answer.sources.map((source) => source.passage_id).slice(0, 20),
    };
    try {
      await context.client.json("api/feedback", body);
    } catch (error) {
      say(text.failed);
      wrap.append(h("p", { class: "thanks" }, text.failed));
      return;
    }
    (verdict === "up" ? up : down).setAttribute("aria-pressed", "true");
    up.disabled = down.disabled = true;
    wrap.querySelector("form")?.remove();
    down.setAttribute("aria-expanded", "false");
    wrap.append(h("p", { class: "thanks", tabindex: "-1" }, text.thanks));
    say(text.thanks);
    wrap.lastChild.focus();
  };

  up.addEventListener("click", () => send("up", null, ""));
  down.addEventListener("click", () => {
    const open = wrap.querySelector("form");
    if (open) open.remove();
    else wrap.append(reasonForm(context, (reason, comment) => send("down", reason, comment), () => {
      wrap.querySelector("form").remove();
      down.setAttribute("aria-expanded", "false");
      down.focus();
    }));
    down.setAttribute("aria-expanded", String(!open));
    wrap.querySelector("input")?.focus();
  });
  return wrap;
}

function reasonForm({ text, turn }, onsend, oncancel) {
  const name = `reason-${turn}`;
  const choices = Object.entries(text.reasons).map(([value, label], index) =>
    h("label", {}, h("input", { type: "radio", name, value, checked: index === 0 }), label),
  );
  const comment = h("textarea", { rows: "2", maxlength: "2000", id: `comment-${turn}` });
  const form = h(
    "form",
    { class: "reasons" },
    h("fieldset", {}, h("legend", {}, text.whatWrong), choices),
    h("label", { class: "above", for: `comment-${turn}` }, text.comment),
    comment,
    h("div", { class: "row" }, h("button", { type: "submit", class: "primary" }, text.send), h("button", { type: "button", class: "quiet", onclick: oncancel }, text.cancel)),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onsend(new FormData(form).get(name), comment.value);
  });
  form.addEventListener("keydown", (event) => event.key === "Escape" && oncancel());
  return form;
}
