// Makes elements, for the widget and for the pages. Text is only ever set as text, so nothing in a document can become markup.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Icons are drawn, not loaded; they say nothing to a screen reader.
const SHAPES = {
  send: "M4 12h15M13 6l6 6-6 6",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h10v11H9zM5 15V4h10",
  up: "M8 11v9H4v-9zM8 11l4-7c1.700 0 2.500 1 2.200 2.600L13.600 10h5c1.200 0 2 1 1.800 2.100l-1.200 6.200c-.2 1-1 1.700-2 1.700H8",
  down: "M8 13V4H4v9zM8 13l4 7c1.700 0 2.500-1 2.200-2.600L13.600 14h5c1.200 0 2-1 1.800-2.100l-1.200-6.200C19 4.700 18.200 4 17.200 4H8",
  filter: "M4 6h16M7 12h10M10 18h4",
  close: "M6 6l12 12M18 6L6 18",
  open: "M5 5h6M5 5v14h14v-6M13 5h6v6M19 5l-9 9",
  warn: "M12 4l9 16H3zM12 10v4M12 17.200v.1",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20 20",
  fresh: "M12 5v14M5 12h14",
  left: "M14.500 6l-6 6 6 6",
  right: "M9.500 6l6 6-6 6",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  zoom: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20 20M8 10.500h5M10.500 8v5",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

export function dateText(iso, language) {
  if (!iso) return "";
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const locale = language === "en" ? "en-GB" : "da-DK";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

// The passage with its quote marked; folded white space still counts as the same words.
export function withMark(passage, quote) {
  const words = quote.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = words[0] ? new RegExp(words.join("\\s+")).exec(passage) : null;
  if (!found) return [passage];
  const end = found.index + found[0].length;
  return [passage.slice(0, found.index), h("mark", {}, found[0]), passage.slice(end)];
}
