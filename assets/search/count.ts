/** count is a number with its noun in the right form: «22 сторінки»; forms are parted by slashes, two of them in English. */
export function count(n: number, forms: string, lang: string): string {
  const f = forms.split("/");
  const form = f.length < 3 ? (n === 1 ? 0 : 1)
    : n % 10 === 1 && n % 100 !== 11 ? 0
    : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2;
  const digits = n < 10000 ? String(n) : n.toLocaleString(lang);
  return `${digits}\u00a0${f[form] ?? f[0]}`;
}
