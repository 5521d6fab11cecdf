package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pii is what is told of a text: «5:20 phone, 7:1 email», where the text stands on line 5 and below.
func pii(t *testing.T, contacts []string, header, body string) string {
	t.Helper()
	source := "---\ntitle: А\n" + header + "summary: x\n---\n" + body
	parsed := (&Parser{Kinds: testKinds(t), Contacts: contacts}).Parse("content/pages/a/index.md", []byte(source))
	sound(t, source, parsed.Problems)
	var found []string
	for _, p := range parsed.Problems {
		if p.Code != "E-PII" {
			continue
		}
		found = append(found, place(p)+p.Args["what"])
		if p.Length == 0 || p.Args["value"] == "" {
			t.Errorf("%q: %+v", body, p)
		}
	}
	return strings.Join(found, ", ")
}

// TestPersonalData holds the vectors of domain 5.1 that concern text, and what else people write.
func TestPersonalData(t *testing.T) {
	office := []string{"(06267) 4-28-26", "office@example.org", "", "вул. Шкільна, 1"}
	for _, test := range []struct{ name, body, want string }{
		{"PDX-1", "Телефон методиста: +38 050 123-45-67", "5:20 phone"},
		{"PDX-3", "тел. (06267) 4-28-26", ""},
		{"PDX-3, another", "тел. (06267) 4-28-27", "5:6 phone"},
		{"PDX-4", "пишіть на ivanna@example.org", "5:11 email"},
		{"PDX-4, the office's", "пишіть на office@example.org", ""},
		{"PDX-4, an address that ends as the office's", "пишіть на headoffice@example.org, office@example.org.ua, my.office@example.org", "5:11 email, 5:35 email, 5:58 email"},
		{"PDX-4, the office's in a sentence", "Пишіть на office@example.org. Або (office@example.org), «office@example.org»", ""},
		{"PDX-3, a longer number", "тел. (06267) 4-28-267", "5:6 phone"},
		{"PD-01 with emphasis inside", "тел. 050 **123** 45 67, 067\\-123-45-67", "5:6 phone, 5:25 phone"},
		{"PD-01 other ways", "00380501234567, 0(50)1234567, 050.123.45.67, 050&nbsp;123&nbsp;45&nbsp;67, 050\u200b1234567", "5:1 phone, 5:17 phone, 5:31 phone, 5:46 phone, 5:76 phone"},
		{"PD-01 a code in brackets behind +380", "+380 (50) 123 45 67, +380(50)123-45-67, +3 8050 1234567", "5:1 phone, 5:22 phone, 5:41 phone"},
		{"PD-01 figures parted otherwise", "0 50 123 45 67; 067 12 345 67; 0501 234 567; 093-1234-567; 066 12-34-567", "5:1 phone, 5:17 phone, 5:32 phone, 5:46 phone, 5:60 phone"},
		{"PD-01 other signs between", "050—123—45—67; 050−123−45−67; 050_123_45_67; 050/1234567; 050·123·45·67", "5:1 phone, 5:16 phone, 5:31 phone, 5:46 phone, 5:59 phone"},
		{"PD-01 in entities", "050&#45;123&#45;45&#45;67 ivanna&#64;example.org &#48;501234567", "5:1 phone, 5:50 phone, 5:27 email"},
		{"PD-01 in wide signs, in digits of mathematics", "０５０ １２３ ４５ ６７; 𝟎𝟓𝟎 𝟏𝟐𝟑 𝟒𝟓 𝟔𝟕; ivanna＠example．org", "5:1 phone, 5:16 phone, 5:31 email"},
		{"PD-01 no @ in the file", "ivanna&commat;example.org", "5:1 email"},
		{"PD-01 hidden from programs", "ivanna (at) example.org, ivanna[AT]example (dot) org; ivanna{собака}example.org", "5:1 email, 5:26 email, 5:55 email"},
		{"words in brackets", "масив[at] і (at) чи [at](https://example.org); look (at) this. And (dot) that", ""},
		{"PD-01 Cyrillic e-mails", "іванна@example.org, ivanna@приклад.укр", "5:1 email, 5:21 email"},
		{"PD-01 a messenger", "[Viber](https://viber.click/380501234567), [WhatsApp](https://wa.me/380501234567), [t](https://t.me/+380501234567)", "5:29 phone, 5:69 phone, 5:101 phone"},
		{"PD-01 mailto, encoded", "[пошта](mailto:ivanna%40example.org)", "5:16 email"},
		{"PD-01 a city's with spaces", "(06267) 4 28 27", "5:1 phone"},
		{"numbers of ten digits", "0 50 100 150 2000; 0501 23 45678; 012 34 567 89; шкала 0 63 125 250; 04.03.2020 12; № 0123 456 789", ""},
		{"another link of a messenger", "[гурт](https://t.me/som_hub?n=0501234567)", ""},
		{"PD-01 in a comment", "<!-- 050 123 45 67 -->", "5:6 phone"},
		{"PD-01 a link in brackets", "[тут](<tel:0501234567>)", "5:12 phone"},
		{"PDX-5", "№ 1/2020-3, 04.03.2020, 84205", ""},
		{"PDX-13", "ISBN 978-617-0000-00-2", ""},
		{"PD-01 without spaces", "0501234567", "5:1 phone"},
		{"PD-01 with a code", "+380501234567 і 380671234567", "5:1 phone, 5:17 phone"},
		{"PD-01 with spaces inside the code", "+380 50 123 45 67, +38 (0) 50 123-45-67", "5:1 phone, 5:20 phone"},
		{"PD-01 with brackets", "(050) 123 45 67", "5:1 phone"},
		{"PD-01 no-break spaces", "тел.\u00a0050\u00a0123\u00a045\u00a067", "5:6 phone"},
		{"PD-01 narrow spaces and other hyphens", "тел. 050\u202f123\u201145–67", "5:6 phone"},
		{"PD-01 behind a word without a space", "тел.0501234567", "5:5 phone"},
		{"PD-01 a city's", "(0626) 12-34-56, (06267)4-28-27", "5:1 phone, 5:18 phone"},
		{"PD-01 twice", "050 123-45-67 або 050 123-45-67", "5:1 phone, 5:19 phone"},
		{"PD-01 in two lines", "050 123-45-67\n\nі 067 123-45-67", "5:1 phone, 7:3 phone"},
		{"PD-01 behind an eight, as once dialled", "8-050-123-45-67, 8(050)1234567; 80501234567 і 8 (050) 123-45-67", "5:3 phone, 5:19 phone, 5:34 phone, 5:49 phone"},
		{"PD-01 the code joined", "8(06267) 4-28-27, +38(06267)4-28-27, +38.050.123.45.67", "5:42 phone, 5:2 phone, 5:22 phone"},
		{"an eight that is none", "9780501234567, 18-0501234567, 8.0501234567, 1,80501234567", ""},
		{"PD-01 a city's without brackets", "06267 4-28-27, 0626 12-34-56", "5:1 phone, 5:16 phone"},
		{"PD-01 a link of a messenger", "[в](viber://chat?number=%2B380501234567) [в](whatsapp://send?phone=380501234567) [с](https://signal.me/#p/+380501234567) [т](https://t.me/380501234567)", "5:28 phone, 5:68 phone, 5:107 phone, 5:139 phone"},
		{"PD-01 over two lines", "Телефонуйте: 050\n123-45-67, або\n067 123\n  45 67", "6:1 phone, 8:3 phone"},
		{"PD-01 below a line of hyphens", "ivanna@example.org\n---\n0501234567", "5:1 email, 7:1 phone"},
		{"PD-01 of two lines the second", "у 2010\n050 123-45-67", "6:1 phone"},
		{"numbers in two lines", "у 2010–2012 було 050\n12 осіб, 045\n\n123-45-67", ""},
		{"a contact over two lines", "(06267)\n4-28-26", ""},
		{"a longer number", "10501234567 та 05012345678", ""},
		{"part of a decimal", "10.0501234567", ""},
		{"behind a hyphen", "12-0501234567", ""},
		{"an account", "UA213223130000026007233566001", ""},
		{"times and years", "2019–2020, о 09:30, 01.09.2019 — 30.06.2020, 0 800 500", ""},
		{"sums", "1 326 920 грн, 000 000", ""},
		{"PD-01 in a header of a table", "| Ім’я | 067 123-45-67 |\n|---|---|\n", "5:10 phone"},
		{"an e-mail in brackets", "<ivanna@example.org>, ivanna+a@mail.example.org.", "5:2 email, 5:23 email"},
		{"a name of a network", "@ivanna, ivanna@localhost", ""},
		{"a link's target", "[сайт](https://example.org/0501234567?a@b.ua)", ""},
		{"a link's target, a file", "[файл](тел-0501234567.pdf \"050 123-45-67\")", "5:28 phone"},
		{"a bare address", "https://example.org/0501234567 і <https://example.org/a@b.ua>", ""},
		{"PD-01 a link that dials", "[телефон](tel:+380501234567)", "5:15 phone"},
		{"PD-01 a link that writes", "[пошта](mailto:ivanna@example.org)", "5:16 email"},
		{"PD-01 behind a link of Cyrillic letters", "[файл](їжак.pdf), 050 123-45-67", "5:19 phone"},
		{"PD-01 behind a contact", "(06267) 4-28-26, вул. Шкільна, 1; 050 123-45-67", "5:35 phone"},
		{"PD-02 passport", "паспорт АБ 123456, «АБ123456»", "5:9 passport, 5:21 passport"},
		{"PD-02 passport, in words", "паспорт серії АВ № 123456; Паспорт: 001234567", "5:20 passport, 5:37 passport"},
		{"no passport, a thing's", "паспорт кабінету 2026 року; паспорт № 12345", ""},
		{"PD-02 tax number, in words", "ідентифікаційний код: 1234567890, ідентифікаційного номера 1234567890", "5:23 tax, 5:60 tax"},
		{"no tax number, an institution's", "ідентифікаційний код 12345678, номер 1234567890", ""},
		{"no passport", "АБ 1234567, ДСТУ 123456, кабАБ 123456, АБ 12345", ""},
		{"PD-02 tax number", "РНОКПП 1234567890; ІПН: 1234567890", "5:1 tax, 5:20 tax"},
		{"no tax number", "код ЄДРПОУ 12345678, РНОКПП 123456789", ""},
		{"PD-02 card", "4111 1111 1111 1111, 4111-1111-1111-1111, 4111111111111111", "5:1 card, 5:22 card, 5:43 card"},
		{"no card, years", "2017 2018 2019 2020; 2023–2024 2025–2026; 2017\t2018\t2019\t2020", ""},
		{"no card (Luhn)", "4111 1111 1111 1112", ""},
		{"PD-02 birth", "народилася 1 січня 1990", "5:1 birth"},
		{"PD-02 birth, with a colon", "Дата народження: 05.05.1980", "5:6 birth"},
		{"PD-02 birth, at the beginning", "Народився у 5 травня 1980; народ. 1/2/1980", "5:1 birth, 5:28 birth"},
		{"no birth", "народні гуляння 12 травня 2019 року, народ зібрався", ""},
		{"PD-02 birth, as the program writes dates", "Дата народження: 1980-05-12; дата народження 12-05-1980", "5:6 birth, 5:35 birth"},
		{"PD-02 birth, in short", "Перша Анна, 12.05.2010 р.н., 1.2.2011 р. н.", "5:13 birth, 5:30 birth"},
		{"no birth, a school year", "від 01.09.2020 р. у 2020/2021 н.р.; 12.05.2020 р. Н. Перша", ""},
		{"PD-02 birth, in capitals", "НАРОДИВСЯ 12.05.1980", "5:1 birth"},
		{"no birth, another word", "Міжнародний 12.05.2020", ""},
		{"PD-02 address, shortened", "прож. вул. Соборна, 16, кв. 5", "5:1 address"},
		{"PD-02 address, in words", "проживає: вулиця Соборна, 16; проживає на вулиці «Соборній»", "5:1 address, 5:31 address"},
		{"no address, a street in general", "Діти, що проживають на сусідній вулиці, прийшли першими. Рожева вулиця.", ""},
		{"PD-02 address", "проживає на вул. Садова, 5", "5:1 address"},
		{"PD-02 address, named so", "домашня адреса: м. Приклад, вул. Садова, 5", "5:1 address"},
		{"no address, work at home", "Домашні завдання й адреса закладу: вул. Садова, 5", ""},
		{"PD-02 address, with a town", "Місце проживання: м. Приклад, вул. Садова, 5", "5:7 address"},
		{"no address", "Проживають дружно. Центр працює на вул. Садовій", ""},
		{"no address, a searchlight", "прожектори на вул. Садовій", ""},
	} {
		if got := pii(t, office, "", test.body); got != test.want {
			t.Errorf("%s: %q: %s, want %s", test.name, test.body, got, test.want)
		}
	}
}

func TestPersonalDataInHeaders(t *testing.T) {
	for _, test := range []struct{ name, header, body, want string }{
		{"a field", "tags: 050 123-45-67\n", "", "3:7 phone"},
		{"a note", "# Іванна 050 123-45-67\n", "", "3:10 phone"},
		{"an address", "sources: [{title: а, url: \"https://example.org/0501234567\"}]\n", "", ""},
		{"allowed", "pii_allow: {text: 050 123-45-67, reason: Це номер справи}\n", "Справа 050 123-45-67, не 050 123-45-68.", "6:26 phone"},
		{"allowed without a reason", "pii_allow: {text: 050 123-45-67}\n", "Справа 050 123-45-67.", "3:19 phone, 6:8 phone"},
		{"nothing allowed", "pii_allow: {text: \"\", reason: так}\n", "050 123-45-67.", "6:1 phone"},
	} {
		if got := pii(t, nil, test.header, test.body); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestSources is PDX-15: excerpts of the five source documents with four invented mobile numbers where their numbers were taken out. Names
// and e-mails are invented too.
func TestSources(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"S0": {`КОНКУРС «КРАЩІ ПРАКТИКИ МІСЦЕВОГО САМОВРЯДУВАННЯ»-2020

Так, у 2019-2020 навчальному році були проведені зустрічі з громадськістю; проведено 30 тренінгів, 10 майстер-класів. Центр відвідало 1378 педагогів.

Дружківська міська рада, <https://druisp.gov.ua/>
вул. Соборна, 16, м. Дружківка, Донецька обл., 84205
тел. (06267) 4-28-26
факс: (06267) 4-23-32
e-mail: rada.d@example.gov.ua

Перша О.І., завідувачка міського методичного кабінету з питань освіти Дружківської міської ради, +38 (050) 765-43-21

Друга Л.П., методистка міського методичного кабінету з питань освіти Дружківської міської ради, 067-765-43-21

Третя А.В., методистка міського методичного кабінету з питань освіти Дружківської міської ради, 0997654321

Четверта А.А., методистка міського методичного кабінету з питань освіти Дружківської міської ради, +380 63 765 43 21

e-mail: kabinet2015@example.com
`, "4 mobile, 2 city, 2 e-mail"},
		"S1": {"у2018 році з проєктом «SOM -hub»(Сервісний освітній методичний центр),\n\nу 2019 – Батьківський hub «Пазл».\n\n1378 педагогів \n\n30 \nтренінгів\n", "0 mobile, 0 city, 0 e-mail"},
		"S2": {"13.08.2021 - 09:22 | Views: 5806\n\n16 December 2024\n\n80% закладів освіти пошкодила росія.\n\nЧитайте також: «Я згоден проміняти великий бюджет»\n", "0 mobile, 0 city, 0 e-mail"},
		"S3": {"04.03.2020                                              № 1/2020-3\n\n3.2. Провести  навчальний семінар\n\n                                      Квітень 2020 р.\n\nвідповідно до Постанови Кабінету Міністрів  України від 21.08.2019р. № 779\n", "0 mobile, 0 city, 0 e-mail"},
		"S4": {" 1. Тренінг на тему «Система освітнього менеджменту в територіальній громаді» 02.11.2021\n 2. Тренінг на тему «Стратегічні підходи» 29.10.2021\n\n• популяризація ідей сталого розвитку;\n", "0 mobile, 0 city, 0 e-mail"},
	} {
		parsed := (&Parser{Kinds: testKinds(t)}).Parse("content/pages/a/index.md", []byte("# А\n\n"+test.text))
		mobile, city, email := 0, 0, 0
		for _, p := range parsed.Problems {
			switch {
			case p.Code != "E-PII":
			case p.Args["what"] == "email":
				email++
			case strings.HasPrefix(p.Args["value"], "(06"):
				city++
			case p.Args["what"] == "phone":
				mobile++
			default:
				t.Errorf("%s: %+v", name, p)
			}
		}
		if got := fmt.Sprintf("%d mobile, %d city, %d e-mail", mobile, city, email); got != test.want {
			t.Errorf("%s: %s, want %s: %s", name, got, test.want, told(parsed.Problems))
		}
	}
}

// TestFewestDigits holds what [reader.linesOfFigures] leaves out: no kind of personal data but those told by words has fewer digits.
func TestFewestDigits(t *testing.T) {
	for _, k := range personalData {
		if k.digits > 0 && k.digits < fewestDigits {
			t.Errorf("%s: %d digits", k.what, k.digits)
		}
	}
	bad, figures := look([]byte("12\n1 2 3\nабв4567\n\n48°3′\n"))
	if want := []int{2, 3, 5}; bad != 0 || !slices.Equal(figures, want) {
		t.Errorf("look: bad %d, figures on %v, want 0, %v", bad, figures, want)
	}
	if bad, figures = look([]byte("а\n\xff 123\n\x00")); bad != 2 || !slices.Equal(figures, []int{2}) {
		t.Errorf("look: bad %d, figures on %v", bad, figures)
	}
}
