// The places, from the marks of the jury and from what became of the lots. Points are whole tenths; no fraction is ever kept.
import { differences, type Audit, type Finding, type Rank, type Result } from "./audit";

/** n of d in thousandths, a half rounded up; 0 of nothing. */
const share = (n: number, d: number) => (d <= 0 ? 0 : Math.floor((2000 * n + d) / (2 * d)));

export function ranks(a: Audit, results: Result[]): Finding[] {
  const jury = a.settings.jury ?? { weight_jury: 0, weight_market: 0, max_mark: 0, criteria: [] };
  const notes = a.settings.mode === "notes";
  const members = [...new Set(a.marks.map((m) => m.member))];
  const marks = new Map<string, number>();
  const recused = new Set<string>();
  for (const m of a.marks) {
    if (m.recused) recused.add(m.member + "\t" + m.lot);
    else if (m.criterion >= 1 && m.criterion <= jury.criteria.length && m.mark >= 0 && m.mark <= jury.max_mark) marks.set([m.member, m.lot, m.criterion].join("\t"), m.mark);
  }
  const shown = results.filter((r) => r.status !== "withdrawn");
  const list = shown.map((r) => {
    const k: Rank = {
      lot: r.n, place: 0, diploma: 0, marks: 0, most: 0, jury: 0, market: 0, total: 0, bidders: r.bidders, price: notes ? r.score : r.price, dearest: false, favourite: false,
    };
    for (const member of members) {
      if (recused.has(member + "\t" + r.n)) continue;
      k.most += jury.criteria.length * jury.max_mark;
      for (let c = 1; c <= jury.criteria.length; c++) k.marks += marks.get([member, r.n, c].join("\t")) ?? 0;
    }
    k.jury = share(k.marks, k.most);
    return { k, r };
  });
  const price = Math.max(0, ...list.map((x) => x.k.price));
  const bidders = Math.max(0, ...list.map((x) => x.k.bidders));
  for (const { k } of list) {
    k.market = share(k.price, price);
    k.total = Math.floor((jury.weight_jury * k.jury + jury.weight_market * k.market + 50) / 100);
    k.dearest = !notes && k.price > 0 && k.price === price;
    k.favourite = k.bidders > 0 && k.bidders === bidders;
  }
  type Placed = (typeof list)[number];
  const byNotes = notes && members.length === 0;
  const compare = (x: Placed, y: Placed) =>
    byNotes
      ? y.k.price - x.k.price || y.r.green - x.r.green || x.r.red - y.r.red
      : y.k.total - x.k.total || y.k.jury - x.k.jury || y.k.bidders - x.k.bidders || y.k.price - x.k.price;
  list.sort(compare);
  list.forEach((x, i) => {
    const before = list[i - 1];
    x.k.place = before && compare(before, x) === 0 ? before.k.place : i + 1;
    x.k.diploma = x.k.place <= 3 && x.k.total > 0 ? x.k.place : 0;
  });
  const findings: Finding[] = [];
  for (let i = 0; i < Math.max(list.length, a.ranking.length); i++) {
    const d = differences(a.ranking[i], list[i]?.k);
    if (d) findings.push({ what: "rank", at: a.ranking[i]?.lot ?? list[i]!.k.lot, name: "", said: d[0], got: d[1] });
  }
  return findings;
}
