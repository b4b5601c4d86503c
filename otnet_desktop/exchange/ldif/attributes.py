"""What the attributes of directories hold (RFC 2798, RFC 4519 and Mozilla's address book), by their names."""

from __future__ import annotations

from otnet_desktop.exchange.columns.meaning import Meaning, spelled_meaning

_NAMES = {
    "given": "givenname gn",
    "family": "sn surname",
    "display": "cn commonname displayname",
    "prefix": "personaltitle",
    "suffix": "generationqualifier",
    "nickname": "mozillanickname xmozillanickname nickname",
    "email": "mail rfc822mailbox email mozillasecondemail",
    "phone:work": "telephonenumber",
    "phone:home": "homephone hometelephonenumber",
    "phone:cell": "mobile mobiletelephonenumber cellphone",
    "phone:fax": "facsimiletelephonenumber fax",
    "phone:pager": "pager pagerphone pagertelephonenumber",
    "phone:isdn": "internationalisdnnumber",
    "phone:Telex": "telexnumber",
    "chat": "nsaimid aimscreenname nscpaimscreenname xmozillaanyphone",
    "street:work": "street streetaddress mozillaworkstreet2",
    "box:work": "postofficebox",
    "city:work": "l locality localityname",
    "region:work": "st stateorprovincename region",
    "postcode:work": "postalcode zip",
    "country:work": "c co countryname friendlycountryname",
    "address:work": "postaladdress",
    "street:home": "mozillahomestreet mozillahomestreet2 homestreet",
    "city:home": "mozillahomelocalityname",
    "region:home": "mozillahomestate",
    "postcode:home": "mozillahomepostalcode",
    "country:home": "mozillahomecountryname",
    "address:home": "homepostaladdress",
    "organisation": "o organizationname company",
    "department": "ou department departmentnumber orgunit organizationalunitname",
    "title": "title",
    "role": "employeetype",
    "website:work": "mozillaworkurl workurl",
    "website:home": "mozillahomeurl homeurl",
    "website": "labeleduri url wwwhomepage",
    "birth_year": "birthyear",
    "birth_month": "birthmonth",
    "birth_day": "birthday",
    "languages": "preferredlanguage",
    "note": "description info notes comment",
    "tags": "businesscategory category",
    "photo": "jpegphoto photo thumbnailphoto",
}
MEANINGS: dict[str, Meaning] = {
    name: meaning
    for spelled, names in _NAMES.items()
    for name in names.split()
    if (meaning := spelled_meaning(spelled)) is not None
}
KNOWN = frozenset(
    {"dn", "initials", "uid", "entryuuid", "modifytimestamp", "createtimestamp", "manager", "secretary", "carlicense",
     "employeenumber", "mozillausehtmlmail", "mozillacustom1", "mozillacustom2", "mozillacustom3",
     "mozillacustom4", "custom1", "custom2", "custom3", "custom4", "roomnumber", "seealso", "usercertificate",
     "userpassword", "physicaldeliveryofficename", "registeredaddress", "memberof", "proxyaddresses"}
)  # fmt: skip
"""Attributes that no field can hold; they are kept without a word."""

PERSON_CLASSES = frozenset(
    {"top", "person", "organizationalperson", "inetorgperson", "mozillaabpersonalpha", "user", "contact"}
)
LISTS = frozenset(
    {"groupofnames", "groupofuniquenames", "groupofurls", "mailgroup", "posixgroup", "group", "dynamicgroup",
     "nisnetgroup", "inetmailgroup", "msexchdynamicdistributionlist"}
)  # fmt: skip
NO_PERSONS = frozenset(
    {"organizationalunit", "organization", "domain", "dcobject", "country", "locality", "organizationalrole", "device",
     "container", "builtindomain", "publicfolder", "printqueue", "volume", "domaindns"}
)  # fmt: skip
MACHINES = frozenset({"computer"})
"""Directories of Windows count a machine among the persons, too."""
