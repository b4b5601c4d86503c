"""Letters of languages beyond a to z, by the encoding that was made for them.

After a blank stand letters a language has, but seldom needs: so Greek is not taken for Russian, all of whose letters
stand where Greek's do.
"""

from __future__ import annotations

_WESTERN = {
    "German": "äöüß", "French": "àâæçéèêëîïôœùûüÿ", "Spanish": "áéíñóúüºª", "Portuguese": "àáâãçéêíóôõúºª",
    "Scandinavian": "åäöæøé", "Italian": "àèéìòùº", "Icelandic": "áéíóúæö ðýþ", "Dutch": "ëïéèöü",
    "Catalan": "àçéèíïòóú", "Estonian": "šžõäöü",
}  # fmt: skip
_CENTRAL = {
    "Polish": "ąćęłńóśźż", "Czech": "áčďéěíňóřšťúůýž", "Slovak": "áäčďéíĺľňóôŕšťúýž", "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîşţ", "Croatian": "čćđšž", "Albanian": "ëç",
}  # fmt: skip
_BALTIC = {"Latvian": "āčēģīķļņšūž", "Lithuanian": "ąčęėįšųūž", "Estonian": "äöõüšž"}
_CYRILLIC = {
    "Russian": "оеаинтсрвлкмдпяы угзбчйхжшюцщэфъё", "Ukrainian": "оаинтервслкдмпуі яьзбгйчхжцюїшщфєґ",
    "Bulgarian": "оеаинтрсвлкдмпу зябгчъшцжйхющфь", "Serbian": "аиоенсртјукдмвп љњђћџзжбгхцчшф",
}  # fmt: skip

ALPHABETS: dict[str, tuple[str, ...]] = {
    "cp1252": tuple(_WESTERN.values()),
    "cp1250": tuple(_CENTRAL.values()),
    "iso8859_2": tuple(_CENTRAL.values()),
    "cp1254": ("çğıöşüâî\u0307",),
    "cp1257": tuple(_BALTIC.values()),
    "cp1251": tuple(_CYRILLIC.values()),
    "koi8_r": (_CYRILLIC["Russian"],),
    "cp1253": ("αοιετσνηυρπκμλςάόίέή ωύώγδθχφβξζψϊϋΐΰ",),
    "cp1255": ("יוהלאתרשמבנדםקעחפ סכגזטןךףץצ",),
    "cp1256": ("ابتدرسعفقكلمنهويةأ ثجحخذزشصضطظغءآإئؤىپچژگ",),
}

KANA = (("ぁ", "ん"), ("ァ", "ー"))

FIRST_LEVEL = {
    "cp932": (0x88, 0x97), "cp949": (0xB0, 0xC8), "gb18030": (0xB0, 0xD7), "euc_jp": (0xB0, 0xCF), "big5": (0xA4, 0xC6),
}  # fmt: skip
"""First bytes of the signs one meets every day, in encodings of two bytes a sign."""

BEYOND = {"cp932": 0xF0, "cp949": 0xC9, "gb18030": 0xF8, "euc_jp": 0xF5, "big5": 0xFA}
"""From here on stand those that nobody meets."""
