// Talks to the service. Every fault becomes a `Trouble` with a kind the widget knows how to show.
const NO_INDEX = "/problems/no-index-yet";

class Trouble extends Error {
  constructor(kind, detail, seconds) {
    super(detail || kind);
    this.kind = kind;
    this.seconds = seconds;
  }
}

const sameOrigin = (address) => new URL(address).origin === location.origin;

class Client {
  constructor(root, key) {
    this.root = root;
    this.key = key;
  }

  async send(path, body, { signal, accept = "application/json" } = {}) {
    const headers = { accept };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (this.key) headers.authorization = `Bearer ${this.key}`;
    const credentials = sameOrigin(this.root) ? "same-origin" : "include";
    const method = body === undefined ? "GET" : "POST";
    let response;
    try {
      response = await fetch(this.root + path, {
        method, headers, credentials, signal, cache: "no-store", body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch (error) {
      throw error.name === "AbortError" ? error : new Trouble("offline");
    }
    if (!response.ok) throw await this.trouble(response);
    return response;
  }

  async trouble(response) {
    const problem = await response.json().catch(() => ({}));
    if (response.status === 401) return new Trouble("key", problem.detail);
    if (response.status === 429) return new Trouble("wait", problem.detail, Number(response.headers.get("retry-after")) || 30);
    if (problem.type === NO_INDEX) return new Trouble("empty", problem.detail);
    return new Trouble("failed", problem.detail || `HTTP ${response.status}`);
  }

  async json(path, body, options) {
    return (await this.send(path, body, options)).json();
  }

  // Asks and calls `on[event](data)` for each event as it comes; gives the whole answer.
  async ask(body, on, signal) {
    const response = await this.send("api/ask", body, { signal, accept: "text/event-stream" });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = "";
    let answer = null;
    for (;;) {
      const { value, done } = await reader.read().catch((error) => {
        throw error.name === "AbortError" ? error : new Trouble("offline");
      });
      if (done) break;
      const events = (waiting + value).split("\n\n");
      waiting = events.pop();
      for (const event of events) {
        const name = /^event: (.*)$/m.exec(event)?.[1];
        if (!name) continue;
        const data = JSON.parse(/^data: (.*)$/m.exec(event)[1]);
        if (name === "problem") throw new Trouble(data.type === NO_INDEX ? "empty" : "failed", data.detail);
        if (name === "answer") answer = data;
        on[name]?.(data);
      }
    }
    if (!answer) throw new Trouble("offline");
    return answer;
  }
}
