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
  if (!response.ok) throw new Trouble("refused", (await response.text()).trim());
  const reply = (await response.json()) as T | Failure;
  if (reply && typeof reply === "object" && "trouble" in reply) throw new Trouble(reply.key, reply.trouble);
  return reply as T;
}

/** Asks from a page of the editor, whose body has the token. */
export const query = <T>(name: string, question: unknown, signal?: AbortSignal) => ask<T>(document.body.dataset["token"] ?? "", name, question, signal);

export type Told = {
  file: string;
  line: number;
  column: number;
  code: string;
  severity: "error" | "warning" | "notice";
  what: string;
  mend: string;
};
