"""English."""

from __future__ import annotations

NAMES = {
    "given": "First Name | Given Name | Forename | First | Given | fname",
    "middle": "Middle Name | Additional Name | Middle | Middle Initial | Second Name",
    "family": "Last Name | Family Name | Surname | Last | lname",
    "name?": "Name",
    "display": "Display Name | Full Name | Contact Name | Contact | Person | Complete Name | Person Name"
    " | Attendee Name | Formatted Name | Participant | Participant Name | Member Name | Client Name"
    " | Delegate | Name Surname",
    "prefix": "Name Prefix | Prefix | Salutation | Honorific | Courtesy Title",
    "suffix": "Suffix | Name Suffix | Generational Suffix",
    "credentials": "Credentials | Letters | Degrees | Post-nominals | Licence | License | Certifications"
    " | Qualifications | Credential | Designations",
    "nickname": "Nickname | Short Name | Known As | Preferred Name | Goes by",
    "phonetic": "Phonetic First Name | Phonetic Middle Name | Phonetic Last Name | Given Name Yomi | Yomi Name"
    " | Additional Name Yomi | Family Name Yomi | Given Yomi | Surname Yomi | Pronunciation | Say it like",
    "pronouns": "Pronouns",
    "email": "E-mail Address | Email | E-mail | Mail | Primary Email | Secondary Email | Email Addresses"
    " | Emails | Alternate Email | Contact Email | E mail ID"
    " | Preferred email | General e-mail | MailAddress | Email ID | Contact Email Address | Alternate Email Address",
    "email:work": "Work Email | Business Email | Office Email | Email (work) | Work E-mail Address | Business E-mail"
    " | Work Secondary Email",
    "email:home": "Home Email | Personal Email | Private Email | Email (home) | Personal E-mail Address | Home E-mail"
    " | Home Secondary Email | Recovery Email",
    "phone": "Phone | Phone Number | Telephone | Telephone Number | Tel | Contact Number | Phone No"
    " | Contact Phone | Phones | Direct Phone | Direct Line | Landline"
    " | General phone | Best Phone | Recovery Phone | Cell or Phone",
    "phone:work": "Business Phone | Work Phone | Office Phone | Work | Phone (work) | Work Telephone"
    " | Business Telephone | Work Phone Number | Business Phone Number | Daytime Phone | Office"
    " | OfficePhoneNumber | Work Number",
    "phone:home": "Home Phone | Home | Phone (home) | Home Telephone | Home Phone Number | Private Phone"
    " | Evening Phone",
    "phone:cell": "Mobile Phone | Mobile Number | Mobile | Cell | Cell Phone | Cellphone | Cellular"
    " | Phone (mobile) | Mobile Phone Number | Cell Number | Handy | Mobile No"
    " | General mobile | CellPhoneNumber | Mob | Cell No | Mobile Telephone | Mobile Tel | Text Number",
    "phone:Other": "Other Phone | Other | Yahoo! Phone",
    "phone:work fax": "Business Fax | Work Fax | Company Fax | Fax (work) | Business Fax Number | OfficeFAXPhoneNumber",
    "phone:home fax": "Home Fax | Fax (home)",
    "phone:fax": "Fax | Fax Number | General fax",
    "phone:OtherFAX": "Other Fax",
    "phone:pager": "Pager | Pager Number | Beeper",
    "phone:car": "Car Phone",
    "phone:isdn": "ISDN",
    "phone:textphone": "TTY/TDD Phone | Textphone | TTY",
    "phone:Main": "Company Main Phone | Organization Main Phone | Main Phone | Switchboard",
    "phone:Primary": "Primary Phone",
    "phone:Callback": "Callback",
    "phone:Radio": "Radio Phone",
    "phone:Telex": "Telex",
    "phone:Assistant": "Assistant's Phone | Asst Phone | Asst Business Phone",
    "linkedin": "LinkedIn | LinkedIn URL | LinkedIn Profile | LinkedIn Profile URL | LinkedIn Page | Profile URL"
    " | Social Linkedin | LinkedIn Bio | LinkedIn Address | LinkedIn Link | Public Profile URL",
    "website": "Web Page | Website | Web Site | URL | Homepage | Home Page | Personal Web Page | Web | Site"
    " | Web Address | Personal Website | Link"
    " | General web address | Homepage URL | Personal URL",
    "website:work": "Business Website | Work Website | Company Website | Business Web Page",
    "chat": "Screen Name | IM Address | Skype | IM | Instant Messenger | Messenger | Jabber | Chat | WhatsApp"
    " | Signal | Telegram | IMAddress"
    " | Skype ID | Skype Name | Messenger ID | Google ID | IM Handle | ICQ ID | MSN ID | AIM ID | QQ ID"
    " | IRC ID | SIP address | WeChat",
    "address": "Address | Full Address | Postal Address | Mailing Address",
    "street": "Street | Street Address | Address Line | Road"
    " | Mailing Street | General street | Address Mail Street | Mail Street",
    "city": "City | Town | Suburb | Locality | City/Town | Mailing City | General city | Address Mail City | Mail City",
    "region": "State | Region | Province | County | State/Province | State or Province | Territory"
    " | Mailing State | Mailing State/Province | General state/province | Address Mail State",
    "postcode": "Postal Code | Zip | Zip Code | Postcode | ZIP/Postal Code | ZIP/Postcode"
    " | Mailing Zip | Mailing Zip/Postal Code | General postal/ZIP code | Mailing Postal Code | Address Mail Postcode",
    "country": "Country | Country/Region | Country or Region | Nation"
    " | Mailing Country | General country/region | Address Mail Country",
    "box": "PO Box | P.O. Box | Post Office Box | General P.O.Box",
    "address:work": "Business Address | Office Address",
    "street:work": "Business Street | Work Street | Work Address | BusinessStreet"
    " | OfficeStreetAddress | Office Street",
    "city:work": "Business City | Work City | OfficeCity",
    "region:work": "Business State | Work State | OfficeState",
    "postcode:work": "Business Postal Code | Work ZipCode | Work ZIP | Work Postal Code | OfficeZIP",
    "country:work": "Business Country/Region | Business Country | Work Country | OfficeCountry",
    "box:work": "Business Address PO Box",
    "street:home": "Home Street | Home Address",
    "city:home": "Home City",
    "region:home": "Home State",
    "postcode:home": "Home Postal Code | Home ZipCode | Home ZIP",
    "country:home": "Home Country/Region | Home Country",
    "box:home": "Home Address PO Box",
    "street:Other": "Other Street | Other Address",
    "city:Other": "Other City",
    "region:Other": "Other State",
    "postcode:Other": "Other Postal Code | Other Zip",
    "country:Other": "Other Country/Region | Other Country",
    "box:Other": "Other Address PO Box",
    "organisation": "Company | Organization | Organisation | Organization Name | Company Name | Employer"
    " | Associated Company | Workplace | Institution | Hospital | Clinic | Business Name | Affiliation | Account Name"
    " | Place of work | School"
    " | Org | Agency | Firm | University | Practice Name | Facility | Current Company | Organisation Name"
    " | Current Employer | Trust",
    "title": "Job Title | Organization Title | Position | Job | Job Position | Designation | Position Title"
    " | Work Title | JobTitle | Headline"
    " | Post | Employee Title | Current Position | Current Title | Professional Title",
    "title?": "Title",
    "department": "Department | Organization Department | Unit | Division | Team | Dept | Ward | org unit",
    "role": "Profession | Occupation | Role | Discipline",
    "areas": "Practice Area | Practice Areas | Specialty | Speciality | Specialties | Specialization",
    "birthday": "Birthday | Birth Date | Date of Birth | DOB | Birthdate | Born",
    "birth_year": "Birth Year",
    "birth_month": "Birth Month",
    "note": "Notes | Note | Comments | Comment | Remarks | Description | Memo | About"
    " | Background | Additional Information | Bio",
    "tags": "Categories | Category | Group Membership | Labels | Tags | Groups | Group | Tag | Lists",
    "languages": "Language | Languages | Languages spoken",
    "how_met": "How we met | How met | How I met them | Met | Source | How we know each other",
    "event": "Event | Conference",
    "photo": "Photo | Picture | Image | Avatar | Photo URL",
    "connected": "Connected On",
    "kept": "E-mail Type | E-mail Display Name | Account | Anniversary | Assistant's Name"
    " | Billing Information | Children | Directory Server | Gender | Government ID Number | Hobby | Initials"
    " | Internet Free Busy | Keywords | Location | Manager's Name | Mileage | Office Location"
    " | Organizational ID Number | Priority | Private | Referred By | Sensitivity | Spouse | User | Schools"
    " | Company Yomi | Custom | File As | Maiden Name | Subject | Nationality | Age | Personal ID | ID"
    " | Created | Modified | Last Contacted | Wedding Anniversary"
    " | Session | Record ID | Contact Owner | Lead Source | Lifecycle Stage | Last Activity Time"
    " | Created Time | Modified Time | Order | Status | Username | Userid | Blog Feed | Mail Client"
    " | Spouse's Name | Manager | Assistant | General video call | Push-to-talk | Share view | Time zone",
}
