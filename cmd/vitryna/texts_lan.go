package main

// lanTexts are those of `vitryna serve --lan`.
var lanTexts = map[string][2]string{
	"flag lan":        {"показати сайт і в локальній мережі, тим, хто має одноразовий код; `АДРЕСА` цього комп’ютера, якщо їх кілька", "show the site on the local network as well, to those who have the one-time code; `ADDRESS` of this computer if it has several"},
	"flag lan drafts": {"разом із --lan: гості бачать і чернетки", "with --lan: guests see drafts as well"},
	"lan invited":     {"Код для одного гостя, діє до %s: наведіть на нього камеру телефона або відкрийте\n%s і введіть %s", "A code for one guest, good until %s: point the phone’s camera at it, or open\n%s and type %s"},
	"lan again":       {"Новий код — Enter", "Enter gives a new code"},
	"wrong lan":       {"--lan=%s: потрібна адреса цього комп’ютера, як-от --lan=192.168.0.10, або самé --lan", "--lan=%s: write an address of this computer, such as --lan=192.168.0.10, or --lan alone"},
	"lan none":        {"цей комп’ютер не в локальній мережі. Приєднайте його до неї або назвіть адресу: --lan=192.168.0.10", "this computer is in no local network. Connect it to one, or name the address: --lan=192.168.0.10"},
	"lan not here":    {"адреса %s — не цього комп’ютера в локальній мережі", "%s is no address of this computer in a local network"},
}
