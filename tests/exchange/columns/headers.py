"""Headers as Outlook writes them in ten languages and more, in one order, to make sample files of."""

from __future__ import annotations

PARTS = (
    "prefix", "given", "middle", "family", "company", "department", "title", "street", "street", "city", "region",
    "postcode", "country", "home street", "home city", "home postcode", "phone", "fax", "home phone", "cell", "email",
    "email", "birthday", "tags", "note", "web", "spouse", "initials",
)  # fmt: skip

OUTLOOK = {
    "en": "Title|First Name|Middle Name|Last Name|Company|Department|Job Title|Business Street|Business Street 2"
    "|Business City|Business State|Business Postal Code|Business Country/Region|Home Street|Home City|Home Postal Code"
    "|Business Phone|Business Fax|Home Phone|Mobile Phone|E-mail Address|E-mail 2 Address|Birthday|Categories|Notes"
    "|Web Page|Spouse|Initials",
    "de": "Anrede|Vorname|Weitere Vornamen|Nachname|Firma|Abteilung|Position|Straße geschäftlich|Straße geschäftlich 2"
    "|Ort geschäftlich|Region geschäftlich|Postleitzahl geschäftlich|Land/Region geschäftlich|Straße privat|Ort privat"
    "|Postleitzahl privat|Telefon geschäftlich|Fax geschäftlich|Telefon (privat)|Mobiltelefon|E-Mail-Adresse"
    "|E-Mail 2: Adresse|Geburtstag|Kategorien|Notizen|Webseite|Partner|Initialen",
    "fr": "Titre|Prénom|Deuxième prénom|Nom|Société|Service|Titre|Rue (bureau)|Rue (bureau) 2|Ville (bureau)"
    "|Dép/Région (bureau)|Code postal (bureau)|Pays/Région (bureau)|Rue (domicile)|Ville (domicile)"
    "|Code postal (domicile)|Téléphone (bureau)|Télécopie (bureau)|Téléphone (domicile)|Tél. mobile"
    "|Adresse de messagerie|Adresse de messagerie 2|Anniversaire|Catégories|Notes|Page Web|Conjoint(e)|Initiales",
    "es": "Título|Nombre|Segundo nombre|Apellidos|Organización|Departamento|Puesto|Calle del trabajo"
    "|Calle del trabajo 2|Ciudad de trabajo|Provincia o estado de trabajo|Código postal del trabajo"
    "|País o región del trabajo|Calle del domicilio|Ciudad del domicilio|Código postal del domicilio"
    "|Teléfono del trabajo|Fax del trabajo|Particular|Teléfono móvil|Dirección de correo electrónico"
    "|Dirección de correo electrónico 2|Cumpleaños|Categorías|Notas|Página web|Cónyuge|Iniciales",
    "it": "Titolo|Nome|Secondo nome|Cognome|Società|Reparto|Posizione|Via (uff.)|Via (uff.) 2|Città (uff.)"
    "|Provincia (uff.)|CAP (uff.)|Paese/area geografica (uff.)|Via (ab.)|Città (ab.)|CAP (ab.)|Ufficio|Fax (uff.)"
    "|Abitazione|Cellulare|Indirizzo posta elettronica|Indirizzo posta elettronica 2|Compleanno|Categorie|Notes"
    "|Pagina Web|Nome coniuge|Iniziali",
    "nl": "Titel|Voornaam|Middelste naam|Achternaam|Bedrijf|Afdeling|Functie|Werkadres, straat|Werkadres 2, straat"
    "|Werkadres, plaats|Werkadres, provincie|Werkadres, postcode|Land/regio (werk)|Huisadres, straat|Huisadres, plaats"
    "|Huisadres, postcode|Telefoon op werk|Fax op werk|Telefoon thuis|Mobiele telefoon|E-mailadres|E-mailadres 2"
    "|Verjaardag|Categorieën|Notities|Webpagina|Partner|Initialen",
    "pt": "Tratamento|Primeiro nome|Segundo nome|Sobrenome|Empresa|Departamento|Cargo|Rua do endereço comercial"
    "|Rua do endereço comercial 2|Cidade do endereço comercial|Estado do endereço comercial|CEP do endereço comercial"
    "|País/Região da Empresa|Endereço residencial|Cidade do endereço residencial|CEP do endereço residencial"
    "|Telefone comercial|Fax comercial|Telefone residencial|Telefone celular|Endereço de email|Endereço de email 2"
    "|Aniversário|Categorias|Anotações|Página da Web|Cônjuge|Iniciais",
    "pl": "Tytuł|Imię|Drugie imię|Nazwisko|Firma|Dział|Stanowisko|Adres służbowy - ulica|Adres służbowy - ulica 2"
    "|Adres służbowy - miejscowość|Adres służbowy - województwo|Adres służbowy - kod pocztowy"
    "|Adres służbowy - kraj/region|Adres domowy - ulica|Adres domowy - miejscowość|Adres domowy - kod pocztowy"
    "|Telefon służbowy|Faks służbowy|Telefon domowy|Telefon komórkowy|Adres e-mail|Adres e-mail 2|Urodziny|Kategorie"
    "|Notatki|Strona sieci Web|Współmałżonek|Inicjały",
    "sv": "Titel|Förnamn|Mellannamn|Efternamn|Företag|Avdelning|Befattning|Gatuadress, arbete|Gatuadress 2, arbete"
    "|Ort, arbete|Region, arbete|Postadress, arbete|Land, arbete|Gatuadress, hem|Hemort|Postnr, hem|Arbete|Fax arbete"
    "|Hem|Mobiltelefon|E-postadress|E-postadress 2|Födelsedag|Kategorier|Anteckningar|Webbsida|Make maka|Initialer",
    "da": "Titel|Fornavn|Mellemnavn|Efternavn|Firma|Afdeling|Stilling|Gade (arbejde)|Gade 2 (firma)|By (arbejde)"
    "|Område (arbejde)|Postnummer (arbejde)|Land/område (arbejde)|Gade (privat)|By (privat)|Postnummer (privat)"
    "|Telefon (arbejde)|Fax (arbejde)|Telefon (privat)|Mobiltelefon|E-mail-adresse|E-mail 2-adresse|Fødselsdag"
    "|Kategorier|Notater|webside|Ægtefælle|Initialer",
    "nb": "Tittel|Fornavn|Mellomnavn|Etternavn|Firma|Avdeling|Stilling|Adresse, arb.: Gate/vei"
    "|Adresse 2, arb.: Gate/vei|Adresse, arb.: Poststed|Adresse, arb.: Område|Adresse, arb.: Postnummer"
    "|Firmaland/område|Adresse, priv.: Gate/vei|Adresse, priv.: Poststed|Adresse, priv.: Postnummer|Telefon, arb."
    "|Telefaks, arb.|Telefon, priv.|Mobiltelefon|E-postadresse|E-postadresse 2|Fødselsdag|Kategorier|Notater|Webside"
    "|Ektefelle|Initialer",
    "fi": "Titteli|Etunimi|Toinen nimi|Sukunimi|Yritys|Osasto|Tehtävänimike|Lähiosoite (työ)|Lähiosoite (työ) 2"
    "|Postitoimipaikka (työ)|Sijaintitiedot (työ)|Postinumero (työ)|Maa/alue (työ)|Lähiosoite (koti)"
    "|Postitoimipaikka (koti)|Postinumero (koti)|Työpuhelin|Työfaksi|Kotipuhelin|Matkapuhelin|Sähköpostiosoite"
    "|Sähköpostiosoite 2|Syntymäpäivä|Luokat|Muistilaput|Web-sivu|Puoliso|Nimikirjaimet",
    "ja": "肩書き|名|ミドル ネーム|姓|会社名|部署|役職|番地 (会社)|住所 2 (会社)|市町村 (会社)|都道府県 (会社)"
    "|郵便番号 (会社)|国 (会社)/地域|番地 (自宅)|市町村 (自宅)|郵便番号 (自宅)|会社電話|会社 FAX|自宅電話|携帯電話"
    "|電子メール アドレス|電子メール 2 アドレス|誕生日|分類|メモ|Web ページ|配偶者|イニシャル",
    "cs": "Titul|Jméno|2. křestní jméno|Příjmení|Společnost|Oddělení|Funkce|Ulice (zam.)|Ulice 2 (zam.)|Město (zam.)"
    "|Okres (zam.)|PSČ (zam.)|Země (zaměstnání)|Ulice (dom.)|Město (dom.)|PSČ (dom.)|Telefon (zam.)|Fax (zam.)"
    "|Telefon (dom.)|Mobilní telefon|E-mailová adresa|E-mailová adresa 2|Narozeniny|Kategorie|Poznámky|Webová stránka"
    "|Manžel/ka|Iniciály",
    "ru": "Обращение|Имя|Отчество|Фамилия|Организация|Отдел|Должность|Улица (раб. адрес)|Улица 2 (раб. адрес)"
    "|Город (раб. адрес)|Область (раб. адрес)|Индекс (раб. адрес)|Страна или регион (раб. адрес)|Улица (дом. адрес)"
    "|Город (дом. адрес)|Почтовый код (дом.)|Рабочий телефон|Рабочий факс|Домашний телефон|Телефон переносной"
    "|Адрес эл. почты|Адрес 2 эл. почты|День рождения|Категории|Заметки|Веб-страница|Супруг(а)|Инициалы",
    "tr": "Başlık|Ad|İkinci Ad|Soyadı|Şirket|Bölüm|İş Unvanı|İş Sokak|İş Sokak 2|İş Şehir|İş Eyalet|İş Posta Kodu"
    "|İş Ülke/Bölge|Ev Sokak|Ev Şehir|Ev Posta Kodu|İş Telefonu|İş Faksı|Ev Telefonu|Cep Telefonu|E-posta Adresi"
    "|E-posta 2 Adresi|Doğum Günü|Kategoriler|Notlar|Web Sayfası|Eş|Baş Harfler",
    "zh": "称谓|名|中间名|姓|单位|部门|职务|商务地址 街道|商务地址 街道 2|商务地址 市/县|商务地址 省/市/自治区"
    "|商务地址 邮政编码|商务地址 国家/地区|住宅地址 街道|住宅地址 市/县|住宅地址 邮政编码|商务电话|商务传真|住宅电话"
    "|移动电话|电子邮件地址|电子邮件 2 地址|生日|类别|附注|网页|配偶|缩写",
    "ko": "호칭|이름|중간 이름|성|회사|부서|직함|근무지 번지|근무지 주소 번지|근무지 구/군/시|근무지 시/도"
    "|근무지 우편 번호|근무지 국가|집 번지|집 구/군/시|집 우편 번호|근무처 전화|근무처 팩스|집 전화 번호|휴대폰"
    "|전자 메일 주소|전자 메일 2 주소|생일|범주 항목|메모|웹 페이지|배우자|머리글자",
}

LEGACY = {"pl": "cp1250", "cs": "cp1250", "ja": "cp932", "ru": "cp1251", "tr": "cp1254", "zh": "gb18030", "ko": "cp949"}
"""The encoding Outlook writes in on a Windows of that language; Windows-1252 on any other."""

NAMES = {
    "de": ("Jörg", "Müßig"), "fr": ("Hélène", "Lefèvre"), "es": ("Íñigo", "Muñoz"), "it": ("Niccolò", "D'Alò"),
    "pl": ("Małgorzata", "Wiśniewska"), "sv": ("Åsa", "Öberg"), "da": ("Søren", "Kjær"), "nb": ("Øyvind", "Bjørnstad"),
    "fi": ("Päivi", "Mäkelä"), "ja": ("花子", "山田"), "cs": ("Jiří", "Dvořák"), "ru": ("Анна", "Кузнецова"),
    "pt": ("João", "Conceição"), "tr": ("Ayşe", "Yıldız"), "zh": ("小明", "王"), "ko": ("민지", "김"),
}  # fmt: skip
