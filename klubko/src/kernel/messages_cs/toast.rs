//! What was just done, said once after it.

/// The sentence for a key in the address; an unknown key says nothing.
pub fn sentence(key: &str) -> Option<&'static str> {
    Some(match key {
        "saved" => "Uloženo.",
        "record" => "Zápis uložen.",
        "record_later" => "Kontakt je zaznamenán. Text najdete v Zbývá dopsat.",
        "contact" => "První kontakt je zapsán.",
        "anonymous" => "Anonymní kontakt je zapsán.",
        "consultation" => "Úvodní konzultace je zapsána.",
        "assessment" => "Zhodnocení je uzavřeno, klíčový pracovník je určen.",
        "agreement" => "Smlouva je uzavřena. Zájemce se stal klientem.",
        "consent" => "Rozhodnutí je zapsáno.",
        "withdrawn" => "Odvolání souhlasu je zapsáno.",
        "handover" => "Předání je navrženo. Platí, až je kolega přijme.",
        "handover_accepted" => "Případ jste převzali.",
        "handover_declined" => "Předání jste nepřijali. Klíčový pracovník zůstává.",
        "task" => "Úkol je zapsán.",
        "task_done" => "Úkol je hotový.",
        "task_open" => "Úkol je znovu otevřený.",
        "planned" => "Naplánováno.",
        "draft_taken_over" => "Rozepsaný text je teď váš.",
        "discarded" => "Rozepsaný text je zahozen.",
        "addendum" => "Dodatek uložen.",
        "struck_out" => "Zápis je přeškrtnutý a zůstává čitelný.",
        "excluded" => "Spolupráce s pracovníkem je v této složce omezena.",
        "assigned" => "Pracovník je přizván.",
        "ended" => "Ukončeno.",
        "service" => "Pracujete za jinou službu.",
        "signed_out_elsewhere" => "Ostatní přihlášení jsou ukončena.",
        "password" => "Heslo je změněno.",
        "outcome" => "Jednání je uzavřeno.",
        "plan" => "Rozhodnutí o plánu je zapsáno.",
        _ => return None,
    })
}
