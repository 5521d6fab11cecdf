// Package markdown turns what an author wrote into a body: HTML with holes for links, pictures, numbers and references, and
// what was met on the way. It is the only door of goldmark and of Chroma.
//
//	body, problems := markdown.Convert(source, markdown.Options{File: "content/news/x/index.md", FirstLine: 6, Lang: "uk"})
//
// It promises: the HTML is well-formed XML too; it holds no script, no style and no address that an author wrote; ids are
// unique; the places of problems are those of the author's file; time and memory grow with the length of the text,
// whatever the text; the same text gives the same body.
//
// # What an author may write
//
// CommonMark and what GitHub adds to it: tables, ~~struck text~~, task lists, bare addresses. Besides:
//
// Headings begin with two signs ##, as the page's title is the only main heading. Each has an id made of its text by the
// Ukrainian rules («Наша мета» is nasha-meta); a second equal one gets -2. {#own} behind the text chooses the id.
//
//	## Наша мета {#meta}
//
// Attributes: {#id .class lang=en} behind a heading, a caption or a picture that stands alone, on the last line of a
// paragraph or of an item, below any other block as a line of its own, or right behind words in brackets. Only these three
// are attributes; braces with anything else are text.
//
//	Ми провели [Open Space]{lang=en} у вересні.
//
// More than three Latin words in a row are taken for English without it.
//
// Links lead to files (../ahenty-zmin/index.md#мета) or addresses; the text in the brackets says where. Without a text a link
// to a place of the site is named by what stands there: [](#skhema) is «рис. 2.1», [](02-rozdil.md) «розділ 2». An address
// of javascript:, data:, file: or of a disk of one's own computer is an error and no link.
//
// A picture has a description of 5 to 150 characters for those who do not see it. Alone in its paragraph it is a figure,
// and its title is the caption.
//
//	![Учителі за круглим столом](stil.jpg "Перша зустріч клубу"){#zustrich}
//
// Callouts: ПОРАДА, УВАГА, ПРИКЛАД, ВАЖЛИВО, ПРИМІТКА, НОТАТКА, ОБЕРЕЖНО or, as GitHub has it, NOTE, TIP, EXAMPLE, IMPORTANT,
// WARNING, CAUTION, in any case of letters, with a title of one's own or without.
//
//	> [!ПОРАДА] Як почати
//	> Запросіть двох колег.
//
// Tables have names of columns in their first row. A paragraph below that begins with «Таблиця:» or "Table:" is the caption.
//
//	| Рік  | Проєктів |
//	|------|---------:|
//	| 2021 |       14 |
//
//	Таблиця: Проєкти за роками {#roky}
//
// In a manual ([Options.Book]) headings bear numbers, and so do figures with a caption or an id, tables with a caption,
// formulas on lines of their own with an id, and exercises.
//
// Learning blocks: вправа, приклад, порада, увага, рефлексія, чек-лист, запитання, відповідь, аркуш, or exercise, example, tip,
// warning, reflection, checklist, question, answer, worksheet, in any case of letters, behind three colons or more, with a title and
// attributes or without. A line of colons alone ends the innermost block that has as many of them, or fewer. Blocks may stand
// within blocks; one that nothing ends is an error. An answer opens without script, the items of a list in a checklist have
// boxes to tick, empty cells of a table in a worksheet are lines to write on.
//
//	::: запитання Навіщо вчителеві наставник?
//	Згадайте свій перший рік.
//
//	::: відповідь
//	Щоб не починати з нуля.
//	:::
//	:::
//
// Formulas are TeX: \( … \) in a line, $$ … $$ on lines of their own, {#id} behind or below. They hold no empty line; one that
// does not end is an error and text. A single $ is a dollar.
//
//	$$
//	S = \pi r^2
//	$$
//	{#ploshcha}
//
// References, in manuals alone: [@перша2020] or [@перша2020, с. 15; @друга2021], the keys of works in the manual's list. Terms:
// [наставництва]{термін="наставництво"}, or [наставництво]{.термін} where the word stands as the index lists it; {term="…"} and
// {.term} likewise.
//
// Footnotes: [^1] in the text and [^1]: with the explanation anywhere, further paragraphs indented by four spaces.
// Definitions: the term, and below it a line that begins with a colon and a space. Each term has an id that begins with t-.
//
// Code between fences with the name of its language (```python) gets colours here, without script; code of more than 200 KB,
// and such as a lexer would ponder for many seconds, stays without.
//
// Raw HTML has no effect and is shown as text; comments <!-- … --> are dropped. Quotation marks, dashes, apostrophes and
// no-break spaces are set by the typographer, in text alone: not in code, formulas, addresses and raw HTML.
//
// Marks within marks deeper than 50, blocks within blocks deeper than 100 (a list takes two), over a thousand marks of
// emphasis or brackets in one paragraph and tables of over 200 000 cells are not understood and stay as text.
package markdown
