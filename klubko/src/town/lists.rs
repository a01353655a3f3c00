//! Code lists, document templates and citations of the house; a provider changes them as data.

use crate::kernel::db::{Plant, Result};
use crate::params;

const SINCE: &str = "2020-01-01";

type List = (&'static str, &'static [(&'static str, &'static str)]);

const LISTS: &[List] = &[
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

pub(super) fn put_up(plant: Plant<'_>) -> Result<()> {
    const INSERT: &str =
        "insert into code_list_item (list, code, label, position, valid_from) values ($1, $2, $3, $4, $5)";
    for (list, items) in LISTS {
        for (position, (code, label)) in items.iter().enumerate() {
            plant(INSERT, params![*list, *code, *label, position as i64, SINCE])?;
        }
    }
    Ok(())
}
