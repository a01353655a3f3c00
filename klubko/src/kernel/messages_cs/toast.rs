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
        "prepared" => "Znění je připraveno. Vytiskněte je a nechte podepsat.",
        "agreement" => "Smlouva je uzavřena. Zájemce se stal klientem.",
        "consent" => "Rozhodnutí je zapsáno.",
        "withdrawn" => "Odvolání souhlasu je zapsáno.",
        "handover" => "Předání je navrženo. Platí, až je kolega přijme.",
        "handover_accepted" => "Případ jste převzali.",
        "handover_declined" => "Předání jste nepřijali. Klíčový pracovník zůstává.",
        "handover_planned" => "Předání jste přijali. Případ převezmete v domluvený den.",
        "handover_taken_back" => "Návrh předání je vzat zpět. Klíčový pracovník zůstává.",
        "deputy" => "Zástupce vedoucího pro tuto složku je určen.",
        "task" => "Úkol je zapsán.",
        "task_done" => "Úkol je hotový.",
        "task_open" => "Úkol je znovu otevřený.",
        "planned" => "Naplánováno.",
        "draft_taken_over" => "Rozepsaný text je teď váš.",
        "cancelled" => "Schůzka je zrušená.",
        "discarded" => "Rozepsaný text je zahozen.",
        "addendum" => "Dodatek uložen.",
        "struck_out" => "Zápis je přeškrtnutý a zůstává čitelný.",
        "attachment" => "Dokument je uložený.",
        "attachment_struck_out" => "Dokument je přeškrtnutý a zůstává ke stažení.",
        "excluded" => "Spolupráce s pracovníkem je v této složce omezena.",
        "assigned" => "Pracovník je přizván.",
        "ended" => "Ukončeno.",
        "inspection" => "Kontrola je otevřená. Inspektor ji uvidí od prvního dne.",
        "inspection_ended" => "Kontrola je ukončená. Inspektor už nevidí nic.",
        "service" => "Pracujete za jinou službu.",
        "signed_out_elsewhere" => "Ostatní přihlášení jsou ukončena.",
        "password" => "Heslo je změněno.",
        "outcome" => "Jednání je uzavřeno.",
        "house" => "Klubko je připravené. Přihlaste se svým heslem.",
        "settings" => "Nastavení je uložené.",
        "service_profile" => "Údaje služby jsou uložené.",
        "service_open" => "Služba je založená.",
        "worker" => "Účet je založený. Vydejte k němu jednorázové heslo.",
        "disabled" => "Účet je uzavřený a všude odhlášený.",
        "enabled" => "Účet je znovu otevřený.",
        _ => return of_plan(key).or_else(|| of_sharing(key)),
    })
}

fn of_sharing(key: &str) -> Option<&'static str> {
    Some(match key {
        "shared" => "Informace je sdílená.",
        "part_asked" => "Žádost odešla druhé službě.",
        "part_accepted" => "Část zakázky jste převzali.",
        "part_declined" => "Druhá služba se dozví, že nemáte kapacitu.",
        "handed_over" => "Kontakty jsou předané.",
        "not_handed_over" => "Nesouhlas je zapsán. Nic nepřešlo.",
        "taken_up" => "Zájemce je založen.",
        "offered" => "Nabídka je zapsána.",
        "refiled" => "Informace je přeřazená k jinému tématu.",
        "read" => "Druhá služba vidí, že jste to četli.",
        _ => return None,
    })
}

fn of_plan(key: &str) -> Option<&'static str> {
    Some(match key {
        "mentor_asked" => "Dotaz je odeslaný.",
        "mentor_answered" => "Odpověď je zapsaná a vykázaná ve prospěch klienta.",
        "mentor_noted" => "Poznámka je zapsaná, sociální pracovník a vedoucí o ní vědí.",
        "secrecy_release" => "Zproštění mlčenlivosti je zapsáno.",
        "secrecy_withdrawn" => "Odvolání zproštění je zapsáno.",
        "plan" => "Rozhodnutí o plánu je zapsáno.",
        "plan_agreed" => "Plán je dohodnut.",
        "goal_ended" => "Cíl je ukončen a zůstává čitelný.",
        "evaluated" => "Hodnocení je zapsáno.",
        "corrected" => "Oprava je zapsána, dřívější znění zůstává čitelné.",
        "renewed" => "Hodnocení je zapsáno, nová zakázka platí. Upravte podle ní plán.",
        "closed" => "Spolupráce je ukončena.",
        "meeting_ended" => "Porada je uzavřená. Výstup čeká na zápis do složek.",
        "output_written" => "Výstup je zapsaný ve složce.",
        "case_open" => "Případová spolupráce je otevřená.",
        _ => return refused_or_ended(key),
    })
}

/// After a refusal, a change or an end of an agreement.
fn refused_or_ended(key: &str) -> Option<&'static str> {
    Some(match key {
        "amendment" => "Dodatek je podepsaný.",
        "agreement_end" => "Ukončení smlouvy je zapsané.",
        "refusal" => "Odmítnutí je zapsané a jednání uzavřené.",
        "refusal_notice" => "Oznámení je vydané. Můžete je vytisknout.",
        "reopened" => "Nová žádost je zapsaná, jednání pokračuje.",
        _ => return None,
    })
}
