//! The kinds of texts: what each is called, and what it may ask to be filled in.

use super::starter::{
    STARTER_AGREEMENT, STARTER_AMENDMENT, STARTER_CASE_MANAGEMENT, STARTER_CHILD, STARTER_CONSENT, STARTER_COOPERATION,
    STARTER_HANDOVER, STARTER_REFUSAL_NOTICE, STARTER_SHEET, STARTER_THIRD_PARTY, STARTER_WAITING_LIST,
};

pub const INFORMED_CONSENT: &str = "informed_consent";
pub const AGREEMENT: &str = "agreement";
pub const AMENDMENT: &str = "agreement_amendment";
pub const REFUSAL_NOTICE: &str = "refusal_notice";
pub const WAITING_LIST: &str = "waiting_list";
pub const CASE_MANAGEMENT: &str = "case_management";
pub const INFORMATION_SHEET: &str = "information_sheet";
pub const COOPERATION_CONSENT: &str = "consent_case_management";
pub const HANDOVER_CONSENT: &str = "consent_data_handover";
pub const THIRD_PARTY_CONSENT: &str = "consent_third_party";
pub const CHILD_CONSENT: &str = "consent_child_participation";

/// The names that a template of the informed consent may use.
pub const PLACEHOLDERS: [&str; 10] =
    ["služba", "zakázka", "může", "nemůže", "forma", "místo", "čas", "rozsah", "úhrada", "platnost"];

const OF_AGREEMENT: &[&str] = &[
    "poskytovatel",
    "služba",
    "klient",
    "druh",
    "forma",
    "zakázka",
    "rozsah",
    "místo",
    "čas",
    "úhrada",
    "může",
    "nemůže",
    "povinnosti poskytovatele",
    "povinnosti klienta",
    "pravidla",
    "výpověď",
    "výpovědní doba klienta",
    "výpovědní doba poskytovatele",
    "platnost",
    "vysvětlení",
];

/// A kind of text.
pub(super) struct Kind {
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) what: &'static str,
    pub(super) starter: &'static str,
    pub(super) placeholders: &'static [&'static str],
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        code: INFORMED_CONSENT,
        title: "Informovaný souhlas",
        what: "Jeho podpisem se uzavírá smlouva ve službách, které to tak mají nastavené.",
        starter: STARTER_CONSENT,
        placeholders: &PLACEHOLDERS,
    },
    Kind {
        code: AGREEMENT,
        title: "Smlouva o poskytnutí sociální služby",
        what: "Písemná nebo ústní smlouva se všemi náležitostmi.",
        starter: STARTER_AGREEMENT,
        placeholders: OF_AGREEMENT,
    },
    Kind {
        code: AMENDMENT,
        title: "Dodatek ke smlouvě",
        what: "Jen to, co se mění.",
        starter: STARTER_AMENDMENT,
        placeholders: &["poskytovatel", "služba", "klient", "den smlouvy", "změny", "platí od", "vysvětlení"],
    },
    Kind {
        code: REFUSAL_NOTICE,
        title: "Oznámení o odmítnutí",
        what: "Vydává se na žádost. Uvádí důvod, den a poskytovatele.",
        starter: STARTER_REFUSAL_NOTICE,
        placeholders: &[
            "den žádosti",
            "služba",
            "druh",
            "ustanovení",
            "důvod",
            "skutečnosti",
            "den odmítnutí",
            "doporučení",
            "pořadník",
        ],
    },
    Kind {
        code: WAITING_LIST,
        title: "Kritéria pořadníku",
        what: "Podle čeho nabízíte volné místo. Zájemce si je může přečíst.",
        starter: STARTER_WAITING_LIST,
        placeholders: &[],
    },
    Kind {
        code: CASE_MANAGEMENT,
        title: "Veřejný text o případové spolupráci",
        what: "Zveřejňuje se u služby a v části o ochraně osobních údajů.",
        starter: STARTER_CASE_MANAGEMENT,
        placeholders: &["služba", "druh", "poskytovatel"],
    },
    Kind {
        code: COOPERATION_CONSENT,
        title: "Souhlas s případovou spoluprací",
        what: "Co klient čte a podepisuje, když si dvě služby smějí něco říct.",
        starter: STARTER_COOPERATION,
        placeholders: &["služba", "druhá služba", "směr", "témata", "rozsah", "účel", "platnost"],
    },
    Kind {
        code: HANDOVER_CONSENT,
        title: "Souhlas s předáním údajů jiné službě",
        what: "Prohlášení o zájmu s předávanými údaji a jmény těch, kdo je dostanou.",
        starter: STARTER_HANDOVER,
        placeholders: &["služba", "druhá služba", "rozsah", "účel", "pracovníci", "platnost"],
    },
    Kind {
        code: THIRD_PARTY_CONSENT,
        title: "Souhlas s přizváním třetí osoby",
        what: "Když k řešení zvete někoho odjinud.",
        starter: STARTER_THIRD_PARTY,
        placeholders: &["koho", "témata", "rozsah", "účel", "platnost"],
    },
    Kind {
        code: CHILD_CONSENT,
        title: "Souhlas s účastí dítěte",
        what: "Čeho se dítě bude účastnit a k čemu to je.",
        starter: STARTER_CHILD,
        placeholders: &["dítě", "rozsah", "účel", "platnost"],
    },
    Kind {
        code: INFORMATION_SHEET,
        title: "Informace o službě",
        what: "Nadpisy jsou názvy částí: activity, methods, basic_rules a další. Neměňte je.",
        starter: STARTER_SHEET,
        placeholders: &[],
    },
];

pub(super) fn one(code: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.code == code)
}

pub(super) fn starter(code: &str) -> &'static str {
    one(code).map_or("", |kind| kind.starter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::text::unknown;

    #[test]
    fn every_text_of_the_house_can_be_filled_in() {
        for kind in KINDS {
            assert_eq!(unknown(kind.starter, kind.placeholders), None, "{}", kind.code);
        }
        assert!(unknown("{jméno matky za svobodna}", &PLACEHOLDERS).is_some());
    }
}
