package main

// storageTexts are those of a storage that speaks S3, in `vitryna publish`. Each is told the target and the cause.
var storageTexts = map[string][2]string{
	"storage none":        {"ціль «%s»: за цією адресою сховища немає (%v). Перевірте рядок «Адреса сховища»", "target %q: there is no storage under this address (%v). Check the field endpoint"},
	"storage plain":       {"ціль «%s»: зв’язок зі сховищем був би незахищений (%v). Напишіть адресу з https://", "target %q: the line to the storage would not be encrypted (%v). Write the address with https://"},
	"storage certificate": {"ціль «%s»: сховище не довело, що воно справжнє (%v). Нічого не надіслано. Перевірте адресу й годинник комп’ютера", "target %q: the storage could not prove that it is the right one (%v). Nothing was sent. Check the address and the clock of this computer"},
	"storage no key": {
		"ціль «%s»: нема чим увійти до сховища (%v).\nНазвіть ключ і секрет у змінних VITRYNA_S3_KEY і VITRYNA_S3_SECRET або файл із ними у VITRYNA_S3_FILE",
		"target %q: there is nothing to open the storage with (%v).\nName the key and its secret in the variables VITRYNA_S3_KEY and VITRYNA_S3_SECRET, or a file with them in VITRYNA_S3_FILE",
	},
	"storage key file":  {"ціль «%s»: у файлі немає ключа до сховища (%v). У ньому мають бути рядки `aws_access_key_id` і `aws_secret_access_key`", "target %q: the file has no key for the storage (%v). It needs the lines `aws_access_key_id` and `aws_secret_access_key`"},
	"storage key":       {"ціль «%s»: сховище не знає такого ключа, або секрет не той (%v). Перевірте їх у панелі сховища", "target %q: the storage does not know the key, or the secret is wrong (%v). Check both in the panel of the storage"},
	"storage no bucket": {"ціль «%s»: такого бакета у сховищі немає (%v). Перевірте рядки «Бакет» і «Адреса сховища» або створіть бакет", "target %q: the storage has no such bucket (%v). Check the fields bucket and endpoint, or make the bucket"},
	"storage no right":  {"ціль «%s»: ключ не має на це права (%v). Йому потрібні права читати, писати й вилучати об’єкти та переглядати перелік у цьому бакеті", "target %q: the key has no right to that (%v). It needs to read, write and delete objects and to list them in this bucket"},
	"storage clock":     {"ціль «%s»: годинник комп’ютера розходиться з годинником сховища (%v). Поставте правильний час і спробуйте знову", "target %q: the clock of this computer differs from that of the storage (%v). Set the right time and try again"},
	"storage region":    {"ціль «%s»: бакет лежить в іншому регіоні (%v). Виправте рядок «Регіон»", "target %q: the bucket lies in another region (%v). Mend the field region"},
	"storage refuses":   {"ціль «%s»: сховище відмовило (%v). Перевірте ціль у site.yaml", "target %q: the storage refused (%v). Check the target in site.yaml"},
}
