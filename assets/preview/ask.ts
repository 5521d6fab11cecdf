// Asking the program: a question is a POST with JSON below /_editor/, and only a page of the preview knows the token (generator/serve/ask.go).

export type Failure = { trouble: string; key: string };

/** The program has said why it did not do what was asked. */
export class Trouble extends Error {
  constructor(readonly key: string, text: string) {
    super(text);
  }
}

export async function ask<T>(token: string, name: string, question: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch("/_editor/" + name, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Vitryna-Token": token },
    body: JSON.stringify(question),
    signal: signal ?? null,
  });
  if (!response.ok) throw new Trouble(response.status === 403 ? "token" : "refused", (await response.text()).trim());
  const reply = (await response.json()) as T | Failure;
  if (reply && typeof reply === "object" && "trouble" in reply) throw new Trouble(reply.key, reply.trouble);
  return reply as T;
}

/** Asks from a page of the editor, whose body has the token. A program that was started again has another one: who writes goes on with it. */
export async function query<T>(name: string, question: unknown, signal?: AbortSignal): Promise<T> {
  const data = document.body.dataset;
  const token = data["token"] ?? "";
  try {
    return await ask<T>(token, name, question, signal);
  } catch (error) {
    if (!(error instanceof Trouble) || error.key !== "token") throw error;
    if (data["token"] === token) data["token"] = (await tokenNow()) || token;
    return await ask<T>(data["token"] ?? "", name, question, signal);
  }
}

async function tokenNow(): Promise<string | undefined> {
  const page = await (await fetch("/_editor/", { cache: "no-store" })).text();
  return new DOMParser().parseFromString(page, "text/html").body.dataset["token"];
}

export type Told = {
  file: string;
  line: number;
  column: number;
  code: string;
  severity: "error" | "warning" | "notice";
  what: string;
  mend: string;
};
