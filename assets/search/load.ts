// Loads scripts of the index, one by one. Each calls vitrynaIndex with what it holds.

const arrived = new Map<string, unknown[]>(); // by the address of the script

declare global {
  interface Window { vitrynaIndex?: (lang: string, ...data: unknown[]) => void }
}

window.vitrynaIndex = (...data) => {
  const script = document.currentScript as HTMLScriptElement | null;
  if (script) arrived.set(script.src, data);
};

/** load runs a script and gives what it called with. */
export function load(url: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = script.onerror = () => {
      const data = arrived.get(script.src);
      arrived.delete(script.src);
      script.remove();
      if (data) resolve(data);
      else reject(new Error(url));
    };
    document.head.append(script);
  });
}
