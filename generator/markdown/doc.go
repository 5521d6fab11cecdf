// Package markdown turns what an author wrote into a body: HTML with holes for links and pictures, and what was met on
// the way. It is goldmark's only door.
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
// Attributes: {#id .class lang=en} behind a heading, on the last line of a paragraph or of an item, below any other block
// as a line of its own, or right behind words in brackets. Only these three are attributes; braces with anything else
// are text.
//
//	Ми провели [Open Space]{lang=en} у вересні.
//
// More than three Latin words in a row are taken for English without it.
//
// Links lead to files (../ahenty-zmin/index.md#мета) or addresses; the text in the brackets says where. An address of
// javascript:, data:, file: or of a disk of one's own computer is an error and no link.
//
// A picture has a description of 5 to 150 characters for those who do not see it. Alone in its paragraph it is a figure,
// and its title is the caption.
//
//	![Учителі за круглим столом](stil.jpg "Перша зустріч клубу")
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
//	Таблиця: Проєкти за роками
//
// Footnotes: [^1] in the text and [^1]: with the explanation anywhere, further paragraphs indented by four spaces.
// Definitions: the term, and below it a line that begins with a colon and a space.
//
// Raw HTML has no effect and is shown as text; comments <!-- … --> are dropped. Quotation marks, dashes, apostrophes and
// no-break spaces are set by the typographer, in text alone: not in code, addresses and raw HTML.
//
// Marks within marks deeper than 50, blocks within blocks deeper than 100 (a list takes two), over a thousand marks of
// emphasis or brackets in one paragraph and tables of over 200 000 cells are not understood and stay as text.
package markdown
