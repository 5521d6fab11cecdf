package ukrainian

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

// searchPages are the test pages of domain 5.7: titles only.
var searchPages = []string{
	"Аукціон педагогічних ідей", "Методична вітальня", "Педагогічна кав’ярня", "Веб-вітрина", "Проєкт «Агенти змін»",
	"Професійна адаптація молодого вчителя", "Академія вчителя Нової української школи", "Виїзні методичні студії", "Методичне ательє",
	"Проєкт «У пошуках генія»", "Профорієнтаційний проєкт «Від мрії до дії»", "Батьківський hub «Пазл»", "Дитячий центр «Z+»",
	"Конкурс «Учитель року»", "Конкурс «Мій дебют»", "Станція «Зв’язок поколінь»", "Станція «Психологічна підтримка»",
	"Про впровадження інноваційних технологій у закладах позашкільної освіти",
	"Інтерактивна карта закладів загальної середньої освіти Донецької області", "Бібліотека науково-методичних розробок",
	"Тренінг «Цифровізація управлінських процесів в освітній сфері»", "Фокус-група про децентралізацію", "Зустріч із громадськістю",
	"База творчих учителів",
}

// searchQueries are the queries of domain 5.7 by their numbers, with the pages that they find, and no others.
var searchQueries = []struct {
	number int
	query  string
	hits   string
}{
	{1, "аукціону", "d01"}, {2, "ідею", "d01"}, {3, "вітальнях", "d02"}, {5, "вітрин", "d04"}, {6, "вебвітрини", "d04"}, {8, "зміна", "d05"},
	{9, "адаптації", "d06"}, {11, "молоді учителі", "d06"}, {12, "школа", "d07"}, {14, "студій", "d08"}, {15, "ательє", "d09"},
	{16, "геніїв", "d10"}, {17, "мрій", "d11"}, {18, "батьківських", "d12"}, {19, "дитячого центру", "d13"}, {21, "рік", "d14"},
	{22, "дебютів", "d15"}, {23, "зв'язку", "d16"}, {24, "покоління", "d16"}, {25, "психологічної підтримки", "d17"},
	{27, "технологіями", "d18"}, {28, "карт", "d19"}, {30, "тренінгами", "d21"}, {31, "зустрічей", "d23"}, {32, "громадськості", "d23"},
	{33, "проектів", "d05 d10 d11"}, {35, "творчого вчителя", "d24"}, {36, "децентралізації", "d22"}, {38, "пошук генія", "d10"},
	{40, "станцій", "d16 d17"},
}

// stayDifferent are words that may not have one key (domain 5.7).
const stayDifferent = "ставка/станція вправа/управа вистава/виставка студент/студія педагог/педагогіка мета/метод клас/класика громада/громадськість " +
	"центр/централізація лот/лотос карта/картка школа/школяр рада/радість геній/генеральний мрія/мрець ідея/ідол"

// keysOf are the keys of all words of a text that are looked for, sorted, each once.
func keysOf(text string) []string {
	var keys []string
	for word := range wordsOf(text) {
		if !IsStopWord(word) {
			keys = append(keys, WordKey(word))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func wordsOf(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		Words(text, func(packed []byte) bool { return yield(string(Unpack(nil, packed))) })
	}
}

func TestSearchQueries(t *testing.T) {
	for _, tt := range searchQueries {
		var hits []string
		for i, title := range searchPages {
			page := keysOf(title)
			if !slices.ContainsFunc(keysOf(tt.query), func(key string) bool { return !slices.Contains(page, key) }) {
				hits = append(hits, "d"+string(rune('0'+(i+1)/10))+string(rune('0'+(i+1)%10)))
			}
		}
		if got := strings.Join(hits, " "); got != tt.hits {
			t.Errorf("%d: %q (%v) finds %q, want %q", tt.number, tt.query, keysOf(tt.query), got, tt.hits)
		}
	}
}

func TestStayDifferent(t *testing.T) {
	for _, pair := range strings.Fields(stayDifferent) {
		a, b, _ := strings.Cut(pair, "/")
		if WordKey(a) == WordKey(b) {
			t.Errorf("%s and %s have one key, %q", a, b, WordKey(a))
		}
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"Зв’язок ПОКОЛІНЬ":             "звязок поколінь",
		"Веб-вітрина, вебінар":         "веб вітрина вебвітрина вітрина вебінар",
		"науково-методичних":           "науково методичних науковометодичних",
		"Дитячий центр «Z+» + 2":       "дитячий центр z+ 2",
		"за\u0301мок, роз\u00ADробка":  "замок розробка",
		"Ґанок, Єва, ї́жак, Ёлка":      "ганок ева іжак елка",
		"И\u0306осип і\u0308жак":       "йосип іжак",
		"'цитата' об`єкт п'ять' -проб": "цитата обект пять проб",
		"№ 1/2020-3":    "1 2020 3 20203",
		"вебpage вебxy": "вебpage page вебxy",
		"а--б а\u2011в": "а б а в ав",
		"":              "", "—": "", "+ ++": "",
	} {
		if got := strings.Join(slices.Collect(wordsOf(text)), " "); got != want {
			t.Errorf("words of %q: %q, want %q", text, got, want)
		}
	}
}

var update = flag.Bool("update", false, "write the files of testdata anew")

// searchVectors is what the test of the browser's keys reads too.
const searchVectors = "testdata/search.json"

type searchVector struct {
	Text  string   `json:"text"`
	Words []string `json:"words"`
	Keys  []string `json:"keys"`
}

// TestSearchVectors holds words and keys of many texts as they were. After a change of the rules: go test -run Vectors -args -update.
func TestSearchVectors(t *testing.T) {
	data, err := os.ReadFile(searchVectors)
	if err != nil {
		t.Fatal(err)
	}
	var vectors []searchVector
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors) < 300 {
		t.Errorf("only %d vectors", len(vectors))
	}
	for i, v := range vectors {
		now := searchVector{Text: v.Text, Words: []string{}, Keys: []string{}}
		for word := range wordsOf(v.Text) {
			now.Words, now.Keys = append(now.Words, word), append(now.Keys, WordKey(word))
		}
		if !*update && (!slices.Equal(now.Words, v.Words) || !slices.Equal(now.Keys, v.Keys)) {
			t.Errorf("%q:\n got %v %v\nwant %v %v", v.Text, now.Words, now.Keys, v.Words, v.Keys)
		}
		vectors[i] = now
	}
	if *update {
		writeVectors(t, vectors)
	}
}

// TestSameTables looks whether the browser's rules have the tables of these: the vectors cannot hold every ending.
func TestSameTables(t *testing.T) {
	ours, err := os.ReadFile("key.go")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := os.ReadFile("../../assets/search/key.ts")
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for i, text := range strings.Split(string(ours), "`") {
		if i%2 == 1 && strings.HasPrefix(text, "\n") {
			tables++
			if !strings.Contains(string(theirs), "`"+text+"`") {
				t.Errorf("key.ts has not the table%s", text)
			}
		}
	}
	if tables != 3 {
		t.Errorf("%d tables", tables)
	}
}

func writeVectors(t *testing.T, vectors []searchVector) {
	var b strings.Builder
	for i, v := range vectors {
		line, _ := json.Marshal(v)
		b.WriteString(map[bool]string{true: "[", false: ",\n"}[i == 0])
		b.Write(line)
	}
	if err := os.WriteFile(searchVectors, []byte(b.String()+"]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}

func FuzzPack(f *testing.F) {
	for _, word := range []string{"школа", "hub", "об’єднання", "2020", "ѳёії", "日本", "é+"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		word = strings.ToValidUTF8(word, "?")
		if got := string(Unpack(nil, pack(word))); got != word {
			t.Errorf("%q is read as %q", word, got)
		}
	})
}

func FuzzWords(f *testing.F) {
	for _, title := range searchPages {
		f.Add(title)
	}
	f.Add("веб-веб-+'’-ё")
	f.Fuzz(func(t *testing.T, text string) {
		for word := range wordsOf(text) {
			again := slices.Collect(wordsOf(word))
			if word == "" || len(again) == 0 || again[0] != word {
				t.Fatalf("%q: the word %q is read as %q", text, word, again)
			}
			if key := WordKey(word); key == "" {
				t.Fatalf("%q has no key", word)
			}
		}
	})
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat(strings.Join(searchPages, ". "), 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Words(text, func([]byte) bool { return true })
	}
}

func BenchmarkWordKey(b *testing.B) {
	words := slices.Collect(wordsOf(strings.Join(searchPages, " ")))
	for b.Loop() {
		for _, w := range words {
			WordKey(w)
		}
	}
}
