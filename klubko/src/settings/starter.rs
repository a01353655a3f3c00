//! Code lists that a new house begins with; a provider changes them as data (decision 8). The demo town and the set-up
//! of a real house put up the same ones.

pub(super) const SINCE: &str = "2020-01-01";

pub(super) type List = (&'static str, &'static [(&'static str, &'static str)]);

pub(super) const LISTS: &[List] = &[
    (
        "service_kind",
        &[
            ("specialised_social_counselling", "odborné sociální poradenství"),
            ("social_rehabilitation", "sociální rehabilitace"),
            ("family_social_activation", "sociálně aktivizační služby pro rodiny s dětmi"),
            ("activation", "sociálně aktivizační služby pro seniory a osoby se zdravotním postižením"),
            ("crisis_help", "krizová pomoc"),
            ("phone_crisis_help", "telefonická krizová pomoc"),
            ("intervention_centre", "intervenční centra"),
            ("early_care", "raná péče"),
            ("field_programmes", "terénní programy"),
            ("contact_centre", "kontaktní centra"),
            ("youth_low_threshold", "nízkoprahová zařízení pro děti a mládež"),
            ("shelter", "azylové domy"),
            ("halfway_house", "domy na půl cesty"),
            ("aftercare", "služby následné péče"),
            ("supported_housing", "podpora samostatného bydlení"),
            ("personal_assistance", "osobní asistence"),
            ("home_care", "pečovatelská služba"),
            ("respite", "odlehčovací služby"),
            ("workshop", "sociálně terapeutické dílny"),
        ],
    ),
    (
        "delivery_form",
        &[
            ("ambulatory", "ambulantní"),
            ("field", "terénní"),
            ("ambulatory_field", "ambulantní a terénní"),
            ("residential", "pobytová"),
        ],
    ),
    (
        "topic",
        &[
            ("housing", "bydlení"),
            ("maintenance", "výživné"),
            ("debts", "dluhy"),
            ("benefits", "dávky"),
            ("separation", "rozchod a rozvod"),
            ("child_care", "péče o děti"),
            ("violence", "domácí násilí"),
            ("mental_health", "duševní zdraví"),
            ("health", "zdraví"),
            ("work", "práce"),
            ("school", "škola"),
            ("other", "jiné"),
        ],
    ),
    (
        "situation_area",
        &[
            ("housing", "bydlení"),
            ("family", "rodina"),
            ("health", "zdraví"),
            ("debts", "dluhy"),
            ("work", "práce"),
            ("safety", "bezpečí"),
            ("legal", "právo"),
            ("education", "vzdělávání"),
            ("contacts", "kontakty a vztahy"),
        ],
    ),
    (
        "age_band",
        &[("child", "do 15 let"), ("youth", "16–26 let"), ("adult", "27–64 let"), ("senior", "65 a více let")],
    ),
    (
        "region",
        &[
            ("praha", "Hlavní město Praha"),
            ("stredocesky", "Středočeský"),
            ("jihocesky", "Jihočeský"),
            ("plzensky", "Plzeňský"),
            ("karlovarsky", "Karlovarský"),
            ("ustecky", "Ústecký"),
            ("liberecky", "Liberecký"),
            ("kralovehradecky", "Královéhradecký"),
            ("pardubicky", "Pardubický"),
            ("vysocina", "Vysočina"),
            ("jihomoravsky", "Jihomoravský"),
            ("olomoucky", "Olomoucký"),
            ("zlinsky", "Zlínský"),
            ("moravskoslezsky", "Moravskoslezský"),
        ],
    ),
    ("sex", &[("female", "žena"), ("male", "muž"), ("other", "jiné")]),
    (
        "communication_form",
        &[
            ("plain", "běžná řeč"),
            ("easy", "snadné čtení"),
            ("interpreter", "tlumočník"),
            ("sign", "znakový jazyk"),
            ("written", "písemně"),
        ],
    ),
    (
        "planning_way",
        &[
            ("written", "písemný plán"),
            ("spoken", "ústně s poznámkou"),
            ("pictograms", "piktogramy"),
            ("diary", "deník"),
            ("drawing", "obrázek nebo mapa"),
            ("other", "jinak"),
        ],
    ),
    ("retention_class", &[("standard", "běžná složka klienta"), ("project", "složka z projektu nebo dotace")]),
    ("inquiry_method", &[("visit", "návštěva"), ("office", "v kanceláři"), ("phone", "po telefonu")]),
    (
        "appointment_kind",
        &[
            ("consultation", "úvodní konzultace"),
            ("follow_up", "kontrolní telefonát"),
            ("visit", "návštěva"),
            ("assessment", "zhodnocení"),
        ],
    ),
    (
        "threat",
        &[
            ("self_harm", "ohrožení vlastního života nebo zdraví"),
            ("violence", "násilí"),
            ("housing_loss", "ztráta bydlení"),
            ("collapse", "psychické zhroucení"),
            ("other", "jiné"),
        ],
    ),
];

/// One list as it begins: for the page that is shown before there is a house.
pub fn starting(list: &str) -> Vec<(String, String)> {
    let found = LISTS.iter().find(|(name, _)| *name == list).map_or(&[][..], |(_, items)| items);
    found.iter().map(|(code, label)| ((*code).to_owned(), (*label).to_owned())).collect()
}
