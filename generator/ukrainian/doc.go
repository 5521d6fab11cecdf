// Package ukrainian knows how the language sorts, counts, folds, dates,
// romanises and punctuates, and how much of that English pages need.
//
// All of it is pure functions over strings and numbers: no clock, no files, no
// state but tables. Where a rule has a number in domain.md (T-07, S-01, ST-11),
// the code names it, and the tests take the vectors there by their numbers.
// Strings are UTF-8; « », no-break spaces and dashes come out as the signs
// themselves, never as entities.
//
// # Counting
//
// [Forms] holds the forms of a noun, [Count] prints it after a number by the
// plural rule of the CLDR, and numbers are grouped from 10 000 on:
//
//	Count(22, ParseForms("тренінг/тренінги/тренінгів")) // 22 тренінги
//	CountFraction(1.5, ParseForms("година/години/годин")) // 1,5 години
//
// # Addresses and names
//
// [Romanise] is the resolution of the Cabinet of Ministers № 55 of 27.01.2010,
// and [Slug] makes addresses from it:
//
//	Romanise("Знам’янка")           // Znamianka
//	Slug("Рішення № 1/2020-3")      // rishennia-no-1-2020-3
//
// # Dates
//
// A [Date] may lack its day or month, as the dates of authors do. [ParseDate]
// reads it, its methods print it: Long in running text, List where it stands
// alone, Official in digits, By and Until for deadlines; [Range] and the
// academic year (ST-01) have functions of their own. Days are those of Kyiv.
//
// # Order
//
// Names are in alphabetical order when their [SortKey] are, by <.
// [Initial] is the heading of an alphabetical index, [Fold] the form in which
// two spellings of one name are equal.
//
// # Typography
//
// A [Typographer] sets quotes, apostrophes, dashes and no-break spaces. It
// takes one paragraph at a time, with a [Joint] wherever the markup changes
// and an [Object] in place of whatever is not text:
//
//	Typographer{}.Ukrainian(`Проєкт "Мій дебют" - у школі`) // Проєкт «Мій дебют» — у школі, and what was wrong
//
// The rules in short; domain.md 5.5 has them in full:
//
//	T-01   one space                     T-07  dash between spaces
//	T-B01  brand names                   T-08  no space before a point
//	T-02   ’ in words                    T-09  № 5
//	T-03   « » and „ “ by nesting        T-10  2021 р., 14 год, 16 вересня
//	T-04   spaces about brackets         T-11  м. Дружківка
//	T-05   …                             T-12  В. Г. Друга
//	T-06   2019–2020                     T-13  у школі
//
// What it promises: a text once set is not changed again; joints and objects
// stay, in their order and beside the words they stood beside; a no-break space
// that the author typed stays, except beside a dash that becomes a range
// of numbers; URLs, e-mail addresses and file names, telephone numbers, dates
// and document numbers are not touched; valid UTF-8 stays valid.
//
// How it works: the text is cut into tokens once, each rule walks over them and
// notes what is to be written in the place of a token, and the text is written
// out once. A chapter of 6 KB takes some 50 µs.
package ukrainian
