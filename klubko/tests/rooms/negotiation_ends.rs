//! What the person is given in a negotiation and how it ends (R-002, R-004 … ).

use crate::common::{Heard, Town, Worker};

fn in_folder(story: impl Fn(&Town, &Worker, &str)) {
    for town in Town::everywhere() {
        let house = town.at("2026-03-03T16:00");
        let dana = house.worker("zkusma");
        let folder = dana.takes_klaras_call(&[]);
        story(&town, &dana, &folder);
    }
}

/// Fills the form as a browser does: the day that stands in it already is sent too.
fn fill(worker: &Worker, folder: &str, page: &str, typed: &[(&str, &str)]) -> Heard {
    let address = format!("{folder}/{page}");
    let today = ["given_on", "agreed_on", "decided_on", "day"].map(|name| (name, "3. 3. 2026"));
    let prefilled = today.into_iter().filter(|(name, _)| typed.iter().all(|(other, _)| other != name));
    let all: Vec<(&str, &str)> = prefilled.chain(typed.iter().copied()).collect();
    worker.fill(&address, address.split('?').next().unwrap(), &all)
}

fn thread(worker: &Worker, folder: &str) -> Heard {
    worker.see(&format!("{folder}/negotiation"))
}

const COUNSELLED: &[(&str, &str)] = &[("information", "Jak podat návrh na výživné."), ("topics", "maintenance")];

/// Everything an ending asks about is there.
fn negotiate(dana: &Worker, folder: &str) {
    let needs = [("wish", "klid"), ("not_found_out_reason", "krátký hovor")];
    fill(dana, folder, "negotiation/edit?part=needs", &needs).must_be(303);
    fill(dana, folder, "negotiation/edit?part=fit", &[("is_understood", "yes")]).must_be(303);
    fill(dana, folder, "counselling", COUNSELLED).must_be(303);
}

#[test]
fn r044_a_changed_commission_closes_the_old_one_and_a_correction_does_not() {
    in_folder(|_, dana, folder| {
        fill(dana, folder, "commission", &[("in_own_words", "")])
            .must_be(422)
            .must_say("Napište zakázku slovy klienta");
        fill(dana, folder, "commission", &[("in_own_words", "zvládnout prvni týdny")]).must_be(303);
        let undecided = fill(dana, folder, "commission", &[("in_own_words", "jinak")]);
        undecided.must_be(422).must_say("Vyberte, zda opravujete znění, nebo se zakázka změnila");
        let corrected = [("in_own_words", "zvládnout první týdny"), ("revision", "reworded")];
        fill(dana, folder, "commission", &corrected).must_be(303);
        thread(dana, folder).must_say("„zvládnout první týdny“").must_not_say("prvni").must_not_say("Dříve:");
        let changed = [("in_own_words", "domluvit péči o syna"), ("revision", "changed")];
        fill(dana, folder, "commission", &changed).must_be(422).must_say("Napište, proč se zakázka změnila");
        let explained = [changed.as_slice(), &[("end_reason", "týdny zvládla")]].concat();
        fill(dana, folder, "commission", &explained).must_be(303);
        let page = thread(dana, folder);
        page.must_say("„domluvit péči o syna“ sjednáno út 3. 3. 2026, Bc. Dana Zkusmá");
        page.must_say("Dříve: „zvládnout první týdny“ (platila do 3. 3. 2026: týdny zvládla)");
    });
}

#[test]
fn r047_an_item_told_once_keeps_its_day_and_its_worker() {
    in_folder(|_, dana, folder| {
        fill(dana, folder, "information", &[]).must_be(422).must_say("Zaškrtněte, co zaznělo");
        let told = [("basic", "mission"), ("principles", "ending"), ("given_on", "3. 3. 2026")];
        fill(dana, folder, "information", &told).must_be(303);
        let page = dana.see(&format!("{folder}/information"));
        page.must_not_say("poslání a cíle").must_say("čím se služba zabývá");
        let action = format!("{folder}/information");
        dana.send(&page, &action, &[("basic", "mission"), ("given_on", "2. 3. 2026")]).must_be(303);
        thread(dana, folder).must_say("poslání a cíle 3. 3. 2026, Bc. Dana Zkusmá").must_not_say("2. 3. 2026, Bc.");
    });
}

#[test]
fn r005_r006_counselling_and_inquiry_are_written_with_what_was_said_and_found() {
    in_folder(|_, dana, folder| {
        fill(dana, folder, "counselling", &[]).must_be(422).must_say("Napište, co jste poradili");
        let apart = [COUNSELLED, &[("apart", "yes"), ("form", "phone"), ("time", "15:00"), ("minutes", "12")]].concat();
        fill(dana, folder, "counselling", &apart).must_be(303);
        let nothing = fill(dana, folder, "inquiry", &[]);
        nothing.must_be(422).must_say("Vyberte, jak šetření proběhlo").must_say("Napište, co jste zjistili");
        let found = [("method", "office"), ("time", "15:20"), ("minutes", "20"), ("findings", "Bydlí s matkou.")];
        fill(dana, folder, "inquiry", &[found.as_slice(), &[("persons_present", "matka")]].concat()).must_be(303);
        let page = thread(dana, folder);
        page.must_say("út 3. 3. 2026, výživné, Bc. Dana Zkusmá Jak podat návrh na výživné.");
        page.must_say("út 3. 3. 2026, v kanceláři, Bc. Dana Zkusmá Bydlí s matkou. Přítomni matka");
    });
}

#[test]
fn r004_an_ending_says_how_and_when_and_is_not_of_tomorrow() {
    in_folder(|_, dana, folder| {
        let nothing = fill(dana, folder, "outcome", &[("decided_on", "")]);
        nothing.must_be(422).must_say("Vyberte, jak jednání skončilo").must_say("Doplňte den, kdy se o tom rozhodlo");
        let tomorrow = [("outcome", "applicant_withdrew"), ("decided_on", "4. 3. 2026")];
        fill(dana, folder, "outcome", &tomorrow).must_be(422).must_say("Tento den teprve přijde");
        thread(dana, folder).must_say("Jednání probíhá.");
    });
}

#[test]
fn r002_r005_r008_an_ending_asks_about_what_is_missing_and_keeps_the_reasons() {
    in_folder(|town, dana, folder| {
        let personal = [("form", "ambulatory"), ("day", "3. 3. 2026"), ("time", "14:30"), ("minutes", "45")];
        let held = (format!("{folder}/consultation/new"), format!("{folder}/consultations"));
        dana.fill(&held.0, &held.1, &personal).must_be(303);
        let asked = fill(dana, folder, "outcome", &[("outcome", "applicant_withdrew")]);
        asked.must_be(422).must_say("V záznamu jednání zatím chybí: přání, potřeby, schopnosti, možnosti.");
        asked.must_say("V jednání není zapsané základní sociální poradenství.");
        asked.must_say("Není potvrzeno, že zájemce informacím rozuměl.").must_not_say("sociální šetření.");
        let reasons = [("reason_r002", "zavěsila"), ("reason_r005", "nestihli jsme"), ("reason_r008", "nešlo ověřit")];
        let typed = [&[("outcome", "applicant_withdrew")], reasons.as_slice()].concat();
        let closed = fill(dana, folder, "outcome", &typed);
        closed.must_be(303);
        let page = dana.see(&closed.location);
        page.must_say("Jednání je uzavřeno.").must_say("Zájemce se rozhodl jinak út 3. 3. 2026, Bc. Dana Zkusmá");
        page.must_say("Důvod (základní poradenství v jednání): nestihli jsme");
        assert!(town.tasks().iter().all(|task| task.is_done), "no assessment is due any more");
        page.must_not_say("Má proběhnout nejpozději");
    });
    in_folder(|_, dana, folder| {
        negotiate(dana, folder);
        fill(dana, folder, "outcome", &[("outcome", "one_off_counselling_only")]).must_be(303);
    });
}

#[test]
fn r009_by_hand_nobody_concludes_an_agreement_or_refuses() {
    in_folder(|_, dana, folder| {
        negotiate(dana, folder);
        let page = dana.see(&format!("{folder}/outcome"));
        page.must_not_say("služba odmítla").must_not_say("uzavřena smlouva").must_say("Odmítnutí uzavřít smlouvu");
        let agreement = fill(dana, folder, "outcome", &[("outcome", "agreement")]);
        agreement.must_be(422).must_say("Smlouva se uzavírá jen podpisem informovaného souhlasu");
        let refused = fill(dana, folder, "outcome", &[("outcome", "refused_91_3")]);
        refused.must_be(422).must_say("jen z důvodů uvedených v § 91 odst. 3 zákona o sociálních službách");
        thread(dana, folder).must_say("Jednání probíhá.");
    });
}

#[test]
fn r026_another_service_needs_counselling_and_somebody_who_found_it_out() {
    in_folder(|_, dana, folder| {
        let other = [("outcome", "other_service_needed"), ("offered_service", "Občanská poradna")];
        let refused = fill(dana, folder, "outcome", &other);
        refused.must_be(422).must_say("poskytněte mu základní sociální poradenství a zapište je");
        refused
            .must_say("Doplňte, zda to zjistil pracovník, nebo se tak rozhodl zájemce")
            .must_say("Zapsat poradenství");
        negotiate(dana, folder);
        let named = [
            ("outcome", "other_service_needed"),
            ("decided_by", "applicant_choice"),
            ("offered_service", "Paní Vzorná do poradny"),
        ];
        fill(dana, folder, "outcome", &named)
            .must_be(422)
            .must_say("Osobní údaje se předávají jen se souhlasem klienta");
        let decided = [other.as_slice(), &[("decided_by", "worker_finding"), ("offer_answer", "accepted")]].concat();
        fill(dana, folder, "outcome", &decided).must_be(303);
        let page = thread(dana, folder);
        page.must_say("Potřebuje jinou službu").must_say("Kdo rozhodl zjistil to pracovník").must_say("přijal/a");
        page.must_say("Nabídnutá služba Občanská poradna").must_say("Vytisknout doporučení");
    });
}

#[test]
fn r026_the_referral_is_a_paper_without_her_name_or_her_folder() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-03T16:00");
    let dana = house.worker("zkusma");
    let folder = dana.takes_klaras_call(&[]);
    let address = format!("{folder}/referral.pdf");
    dana.see(&address).must_be(404);
    negotiate(&dana, &folder);
    fill(&dana, &folder, "outcome", &[("outcome", "one_off_counselling_only")]).must_be(303);
    dana.see(&address).must_be(403).must_say("Napište, jakou službu zájemci nabízíte");
    let other = [
        ("outcome", "other_service_needed"),
        ("offered_service", "Občanská poradna"),
        ("decided_by", "worker_finding"),
    ];
    fill(&dana, &folder, "outcome", &other).must_be(303);
    let paper = dana.see(&address);
    assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"));
    assert!(paper.header("content-disposition").contains("doporuceni-jine-sluzby.pdf"));
    let Some(text) = text_of(&paper.bytes) else { return };
    assert!(text.contains("Občanská poradna") && text.contains("neobsahuje osobní údaje"), "{text}");
    for hers in ["Vzorná", "Klára", "2026/0001", "777"] {
        assert!(!text.contains(hers), "{hers} is on the paper: {text}");
    }
}

/// What a reader of the paper reads; none where poppler is not installed.
fn text_of(pdf: &[u8]) -> Option<String> {
    let file = std::env::temp_dir().join(format!("klubko-{}.pdf", uuid::Uuid::new_v4()));
    std::fs::write(&file, pdf).unwrap();
    let read =
        std::process::Command::new("pdftotext").args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()]).output();
    std::fs::remove_file(&file).unwrap();
    Some(String::from_utf8(read.ok()?.stdout).unwrap())
}
