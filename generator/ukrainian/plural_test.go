package ukrainian

import "testing"

func TestCount(t *testing.T) {
	tests := []struct {
		vector int // of domain.md 5.3
		n      int
		forms  string
		want   string
	}{
		{1, 1378, "педагог/педагоги/педагогів", "1378 педагогів"},
		{2, 132, "мешканець/мешканці/мешканців", "132 мешканці"},
		{3, 30, "тренінг/тренінги/тренінгів", "30 тренінгів"},
		{4, 10, "майстер-клас/майстер-класи/майстер-класів", "10 майстер-класів"},
		{5, 5, "зустріч/зустрічі/зустрічей", "5 зустрічей"},
		{6, 1, "тренінг/тренінги/тренінгів", "1 тренінг"},
		{7, 2, "тренінг/тренінги/тренінгів", "2 тренінги"},
		{8, 11, "тренінг/тренінги/тренінгів", "11 тренінгів"},
		{9, 21, "тренінг/тренінги/тренінгів", "21 тренінг"},
		{10, 22, "майстер-клас/майстер-класи/майстер-класів", "22 майстер-класи"},
		{11, 112, "мешканець/мешканці/мешканців", "112 мешканців"},
		{12, 101, "педагог/педагоги/педагогів", "101 педагог"},
		{13, 0, "ставка/ставки/ставок", "0 ставок"},
		{14, 3, "веб-вітрина/веб-вітрини/веб-вітрин", "3 веб-вітрини"},
		{15, 4, "кав’ярня/кав’ярні/кав’ярень", "4 кав’ярні"},
		{16, 8, "вітальня/вітальні/віталень", "8 віталень"},
		{17, 1000, "талант/таланти/талантів", "1000 талантів"},
		{18, 39, "проєкт/проєкти/проєктів", "39 проєктів"},
		{19, 3, "дитина/дитини/дітей", "3 дитини"},
		{0, 14, "рік / роки / років", "14 років"},
		{0, -2, "бал/бали/балів", "−2 бали"},
		{0, -11, "бал/бали/балів", "−11 балів"},
		{0, 1326921, "гривня/гривні/гривень", "1·326·921 гривня"},
		{0, 5, "", "5"},
	}
	for _, tt := range tests {
		if got := dots(Count(tt.n, ParseForms(tt.forms))); got != tt.want {
			t.Errorf("%d: Count(%d, %q) = %q, want %q", tt.vector, tt.n, tt.forms, got, tt.want)
		}
	}
}

func TestCountFraction(t *testing.T) {
	tests := []struct {
		vector int
		x      float64
		forms  string
		want   string
	}{
		{20, 1.5, "година/години/годин", "1,5 години"},
		{0, 2, "година/години/годин", "2 години"},
		{0, 1.999, "година/години/годин", "2 години"},
		{0, 0.1 + 0.2, "тренінг/тренінги/тренінгів/тренінгу", "0,3 тренінгу"},
		{0, -0.001, "бал/бали/балів/бала", "0 балів"},
		{0, 12000.25, "гривня/гривні/гривень", "12·000,25 гривні"},
		{0, 2.5, "project/projects", "2,5 projects"},
	}
	for _, tt := range tests {
		if got := dots(CountFraction(tt.x, ParseForms(tt.forms))); got != tt.want {
			t.Errorf("%d: CountFraction(%v, %q) = %q, want %q", tt.vector, tt.x, tt.forms, got, tt.want)
		}
	}
	if got := CountFraction(1.5, Forms{One: "година", Few: "години", Many: "годин"}); got != "1,5 години" {
		t.Errorf("without Other: %q", got)
	}
}

func TestCountChildren(t *testing.T) {
	children := ParseForms("дитина/дитини/дітей")
	for n, want := range map[int]string{ // vector 19
		0: "0 дітей", 1: "менше 5 дітей", 3: "менше 5 дітей", 4: "менше 5 дітей", 5: "5 дітей", 21: "21 дитина",
	} {
		if got := CountChildren(n, children); got != want {
			t.Errorf("CountChildren(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "0 children", 4: "fewer than 5 children", 5: "5 children"} {
		if got := EnglishCountChildren(n, "child", "children"); got != want {
			t.Errorf("EnglishCountChildren(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestEnglishCount(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 trainings", 1: "1 training", 2: "2 trainings", 21: "21 trainings", 1378: "1378 trainings", 10000: "10·000 trainings",
	} {
		if got := dots(EnglishCount(n, "training", "trainings")); got != want {
			t.Errorf("EnglishCount(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestParseForms(t *testing.T) {
	tests := map[string]Forms{
		"тренінг/тренінги/тренінгів/тренінгу": {"тренінг", "тренінги", "тренінгів", "тренінгу"},
		"година / години / годин":             {"година", "години", "годин", "години"},
		"project/projects": {"project", "projects", "projects", "projects"},
		"ательє":           {"ательє", "ательє", "ательє", "ательє"},
		"":                 {},
	}
	for s, want := range tests {
		if got := ParseForms(s); got != want {
			t.Errorf("ParseForms(%q) = %+v, want %+v", s, got, want)
		}
	}
}

// The verb of the sentence on a year page agrees by the same rule (4.1).
func TestForVerb(t *testing.T) {
	verb := ParseForms("відвідав/відвідали/відвідало")
	for n, want := range map[int]string{1: "відвідав", 132: "відвідали", 1378: "відвідало"} {
		if got := verb.For(n); got != want {
			t.Errorf("For(%d) = %q, want %q", n, got, want)
		}
	}
}
