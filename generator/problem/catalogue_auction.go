package problem

// auctionEntries are about auctions of ideas: their settings, lots, the tables in private/, the closing.
var auctionEntries = map[string]entry{
	"E-AU-TIME": { // earlier, later: labels of two fields
		"«{earlier}» має бути раніше, ніж «{later}»",
		"Виправте одну з двох дат: спершу приймають лоти, потім торгуються, потім працює журі, потім оприлюднюють.",
		"“{earlier}” must be earlier than “{later}”",
		"Correct one of the two dates: lots are taken first, then people bid, then the jury works, then results are published.",
	},
	"E-AU-WEIGHTS": {
		"вага журі й вага торгів разом мають давати 100, а дають {sum}",
		"Змініть «Вага журі» або «Вага торгів», наприклад на 60 і 40.",
		"the weights of the jury and of the market must give 100 together, and give {sum}",
		"Change `weight_jury` or `weight_market`, for example to 60 and 40.",
	},
	"E-LOT-N": {
		"номер лота {n} уже має інший лот: {other}",
		"Дайте лотові номер, якого в цьому аукціоні ще немає.",
		"another lot has the number {n}: {other}",
		"Give the lot a number that this auction does not have yet.",
	},
	"E-LOT-RESERVE": {
		"резервна ціна {reserve} нижча за стартову {start}",
		"Підніміть резервну ціну або приберіть її.",
		"the reserve price {reserve} is below the starting price {start}",
		"Raise the reserve price, or remove it.",
	},
	"E-AU-CHANGED": { // what: a list of words of the list auctionpart
		"після підсумків змінилося те, з чого їх зроблено: {what}",
		"Якщо так і треба, виконайте `vitryna auction close {id}`: на сторінці стане видно, що результати оновлено. Інакше поверніть файл, яким він був.",
		"what the results were made of has changed since they were closed: {what}",
		"If that is meant, run `vitryna auction close {id}`: the page will say that the results were updated. Otherwise put the file back as it was.",
	},
	"E-AU-LOST": { // what: names of files
		"аукціон закрито з таблицями, яких тут немає: {what}",
		"Перенесіть теку `private` цього аукціону з повної копії сайту: у копію для інших вона не потрапляє. Щоб зібрати решту сайту без неї, напишіть у шапці `Чернетка: так`.",
		"the auction was closed with tables that are not here: {what}",
		"Bring this auction’s folder `private` from a full copy of the site: a copy for others has none. To build the rest of the site without it, write `draft: yes` into the header.",
	},
	"W-AU-OPEN": {
		"результати вже оприлюднено, а аукціон не закрито: ніщо не помітить, якщо ставки зміняться",
		"Виконайте `vitryna auction close {id}`.",
		"the results are published, and the auction is not closed: nothing would notice if the bids changed",
		"Run `vitryna auction close {id}`.",
	},
	"E-AU-CLOSED": { // detail: what the reader of the file says
		"файл `closed.yaml` не вдається прочитати[[: {detail}]]",
		"Його пише програма. Видаліть файл і виконайте `vitryna auction close {id}`.",
		"the file `closed.yaml` cannot be read[[: {detail}]]",
		"The program writes it. Delete the file and run `vitryna auction close {id}`.",
	},
	"W-AU-FILE": { // name: bids.csv, bidders.csv
		"торги вже почалися, а файлу `private/{name}` немає",
		"Покладіть `{name}` у теку `private` поруч із файлом аукціону.",
		"bidding has begun, and there is no file `private/{name}`",
		"Put `{name}` into the folder `private` beside the auction's file.",
	},
	"E-AU-ROW": {
		"у рядку інша кількість клітинок, ніж у першому рядку таблиці",
		"Допишіть клітинки, яких бракує, або приберіть зайві.",
		"the row does not have as many cells as the first row of the table",
		"Add the missing cells, or remove the extra ones.",
	},
	"E-AU-CODE": {
		"код учасника має бути літерою K і двома-трьома цифрами",
		"Напишіть код так: `K07`. Рядка без коду програма не враховує.",
		"a bidder's code must be the letter K and two or three digits",
		"Write the code like this: `K07`. A row without a code is left out.",
	},
	"E-AU-CODE-TWICE": {
		"код {code} стоїть у таблиці двічі",
		"Дайте кожному учасникові свій код.",
		"the code {code} stands in the table twice",
		"Give every bidder a code of their own.",
	},
	"E-AU-BUDGET": {
		"гаманець «{value}» не схожий на ціле число від 1 до 999 999",
		"Напишіть число або залиште клітинку порожньою: тоді гаманець такий, як в усіх.",
		"the wallet “{value}” is no whole number from 1 to 999,999",
		"Write a number, or leave the cell empty: then the wallet is everybody's.",
	},
	"E-AU-YES": {
		"у стовпці «{column}» стоїть «{value}»: незрозуміло, так чи ні",
		"Напишіть «так» або «ні»; порожня клітинка означає «ні».",
		"the column “{column}” has “{value}”: it is not clear whether yes or no",
		"Write `yes` or `no`; an empty cell means no.",
	},
	"W-AU-NAME": {
		"назва учасника {code} схожа на телефон або адресу електронної пошти, тому її не буде на сайті",
		"Напишіть у стовпці назви команду або заклад.",
		"the name of the bidder {code} looks like a phone number or an e-mail address, so the site will not show it",
		"Write the team or the institution in the column of names.",
	},
	"W-CSV-COLUMN": {
		"стовпець «{column}» не потрібен, тому його не прочитано",
		"Можна залишити його як є; якщо це потрібний стовпець, виправте його назву.",
		"the column “{column}” is not needed and not read",
		"It may stay as it is; if it is one that is needed, correct its name.",
	},
	"W-PII-COLUMN": {
		"у стовпці «{column}» — телефони або адреси електронної пошти, тому його не прочитано",
		"Приберіть стовпець із таблиці: без особистих даних її не страшно загубити.",
		"the column “{column}” holds phone numbers or e-mail addresses, so it was not read",
		"Remove the column from the table: without personal data losing it does no harm.",
	},
	"E-JURY-MEMBER": {
		"члена журі треба назвати кодом: літера J і число",
		"Напишіть `J1`, `J2` …; імена членів журі в цій таблиці не стоять.",
		"a member of the jury must be named by a code: the letter J and a number",
		"Write `J1`, `J2` …; names of the jury do not stand in this table.",
	},
	"E-JURY-RANGE": {
		"бал «{value}» не є цілим числом від 0[[ до {max}]]",
		"Виправте бал.",
		"the mark “{value}” is no whole number from 0[[ to {max}]]",
		"Correct the mark.",
	},
	"E-JURY-LOT": {
		"{member} оцінює лот {lot}, якого немає",
		"Виправте номер лота.",
		"{member} marks the lot {lot}, and there is none",
		"Correct the number of the lot.",
	},
	"E-JURY-CRITERION": {
		"критерію «{value}» немає серед критеріїв аукціону",
		"Напишіть назву критерію, як у файлі аукціону, або його номер.",
		"“{value}” is not among the criteria of the auction",
		"Write the criterion as the auction's file has it, or its number.",
	},
	"E-JURY-TWICE": {
		"{member} вже має бал за цей лот і критерій у рядку {first}",
		"Залиште один із двох рядків.",
		"{member} has a mark for this lot and criterion already, in line {first}",
		"Keep one of the two lines.",
	},
	"E-JURY-MISSING": {
		"бракує бала: {member}, лот {lot}",
		"Допишіть бал або самовідвід.",
		"a mark is missing: {member}, lot {lot}",
		"Add the mark, or that the member is recused.",
	},
	"W-JURY-CONFLICT": {
		"{member} оцінює лот {lot} свого закладу",
		"Зазначте самовідвід: напишіть «так» у стовпці «Самовідвід».",
		"{member} marks the lot {lot} of their own institution",
		"State that the member is recused: write “yes” in that column.",
	},
}
