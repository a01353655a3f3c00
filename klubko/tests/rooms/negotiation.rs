//! What a negotiation asks, what it refuses and what it leaves behind (R-001 … … ).

use crate::common::{Heard, Town, Worker};

const PERSONAL: &[(&str, &str)] =
    &[("form", "ambulatory"), ("day", "3. 3. 2026"), ("time", "14:30"), ("minutes", "45")];

/// Dana Zkusmá takes Klára's call, so that nobody asks why.
fn in_folder(moment: &str, story: impl Fn(&Town, &Worker, &str)) {
    for town in Town::everywhere() {
        let house = town.at(moment);
        let dana = house.worker("zkusma");
        let folder = dana.takes_klaras_call(&[]);
        story(&town, &dana, &folder);
    }
}

fn fill(worker: &Worker, folder: &str, page: &str, typed: &[(&str, &str)]) -> Heard {
    let address = format!("{folder}/{page}");
    worker.fill(&address, address.split('?').next().unwrap(), typed)
}

/// Holds a consultation in person; what is typed here wins over what is usual.
fn hold(worker: &Worker, folder: &str, typed: &[(&str, &str)]) -> Heard {
    let usual = PERSONAL.iter().filter(|(name, _)| typed.iter().all(|(other, _)| other != name));
    let all: Vec<(&str, &str)> = usual.chain(typed).copied().collect();
    worker.fill(&format!("{folder}/consultation/new"), &format!("{folder}/consultations"), &all)
}

fn thread(worker: &Worker, folder: &str) -> Heard {
    worker.see(&format!("{folder}/negotiation"))
}

#[test]
fn r022_the_consultation_tells_about_the_service_describes_the_situation_and_proposes_a_specialist() {
    in_folder("2026-03-03T16:00", |town, dana, folder| {
        let more = [
            ("summary", "Zůstala sama se synem."),
            ("circle_of_persons", "fits"),
            ("told", "activity"),
            ("told", "methods"),
            ("proposed_specialist", "psycholog"),
        ];
        hold(dana, folder, &more).must_be(303);
        let page = thread(dana, folder);
        page.must_say("út 3. 3. 2026 14:30, osobně, 45 min, Bc. Dana Zkusmá").must_say("Doporučený odborník psycholog");
        page.must_say("čím se služba zabývá 3. 3. 2026, Bc. Dana Zkusmá").must_say("Zatím nezaznělo: poslání a cíle");
        page.must_say("Popis Zůstala sama se synem.").must_say("patří do okruhu osob");
        page.must_say("Údaje zapsány z důvodu jednání o smlouvě");
        assert!(town.tasks().iter().all(|task| task.rule == "r029"), "face to face no consent is to be got");
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    });
}

#[test]
fn a_consultation_has_a_form_a_beginning_and_a_length_and_did_not_happen_tomorrow() {
    in_folder("2026-03-03T16:00", |_, dana, folder| {
        let empty = hold(dana, folder, &[("form", ""), ("day", ""), ("time", ""), ("minutes", "")]);
        empty.must_be(422).must_say("Doplňte datum").must_say("Doplňte čas");
        empty.must_say("Vyberte, jak konzultace proběhla").must_say("Doplňte, kdy konzultace skončila");
        let ends_early = hold(dana, folder, &[("minutes", ""), ("until", "14:00")]);
        ends_early.must_be(422).must_say("Konec je dřív než začátek. Zkontrolujte čas");
        let twice = hold(dana, folder, &[("until", "15:00")]);
        twice.must_be(422).must_say("Délka nesouhlasí s koncem");
        hold(dana, folder, &[("day", "4. 3. 2026")]).must_be(422).must_say("Kontakt nemůže být v budoucnosti");
        thread(dana, folder).must_say("Tady bude úvodní konzultace");
    });
}

#[test]
fn r023_a_wait_longer_than_a_fortnight_is_asked_about_and_the_reason_stays_with_the_consultation() {
    in_folder("2026-03-18T16:00", |_, dana, folder| {
        let asked = hold(dana, folder, &[("day", "18. 3. 2026")]);
        asked.must_be(422).must_say("Na úvodní konzultaci se čeká 15 dní (obvykle nejvýše 14 dnů).");
        let answered = [("day", "18. 3. 2026"), ("reason_r023", "byla v lázních")];
        hold(dana, folder, &answered).must_be(303);
        thread(dana, folder)
            .must_say("Důvod (čekání na úvodní konzultaci): byla v lázních (Bc. Dana Zkusmá, 18. 3. 2026 16:00)");
    });
    in_folder("2026-03-17T16:00", |_, dana, folder| {
        hold(dana, folder, &[("day", "17. 3. 2026")]).must_be(303);
    });
}

#[test]
fn r024_a_voiced_consent_says_when_who_heard_it_and_what_it_covers() {
    in_folder("2026-03-03T15:20", |town, dana, folder| {
        let phone = [("form", "phone"), ("oral", "yes")];
        let nothing = [("consent_time", ""), ("heard_by", ""), ("scope", ""), ("wording", "")];
        let refused = hold(dana, folder, &[phone.as_slice(), &nothing].concat());
        refused.must_be(422).must_say(
            "U ústního souhlasu doplňte: znění, které jste přečetli, v kolik hodin zazněl, kdo jej slyšel, čeho se týká",
        );
        let dana_id = dana.see(&format!("{folder}/consultation/new")).choice("Bc. Dana Zkusmá");
        let heard = [("heard_by", dana_id.as_str()), ("scope", "jméno")];
        let later = hold(dana, folder, &[phone.as_slice(), &heard, &[("consent_time", "16:31")]].concat());
        later.must_be(422).must_say("Ústní souhlas nemohl zaznít v budoucnosti. Zkontrolujte čas");
        assert!(town.tasks().is_empty());
        hold(dana, folder, &[phone.as_slice(), &heard, &[("consent_time", "14:31")]].concat()).must_be(303);
        thread(dana, folder).must_say("ústní souhlas 14:31").must_say("Údaje zapsány z důvodu souhlas");
    });
}

#[test]
fn r024_a_second_talk_by_phone_rests_on_the_consent_in_force_and_sets_no_second_term() {
    in_folder("2026-03-03T17:00", |town, dana, folder| {
        let dana_id = dana.see(&format!("{folder}/consultation/new")).choice("Bc. Dana Zkusmá");
        let first =
            [("form", "phone"), ("oral", "yes"), ("consent_time", "14:31"), ("heard_by", &dana_id), ("scope", "jméno")];
        hold(dana, folder, &first).must_be(303);
        hold(dana, folder, &[("form", "phone"), ("time", "16:00"), ("minutes", "20")]).must_be(303);
        let rules: Vec<_> = town.tasks().into_iter().map(|task| task.rule).collect();
        assert_eq!(rules, ["r024", "r029"]);
    });
}

#[test]
fn r025_a_crisis_is_stopped_by_a_missing_time_and_by_nothing_else() {
    in_folder("2026-03-03T15:20", |_, dana, folder| {
        let bare = [("form", ""), ("minutes", ""), ("circle_of_persons", "partly"), ("crisis", "yes")];
        let refused = hold(dana, folder, &[bare.as_slice(), &[("time", "")]].concat());
        refused.must_be(422).must_say("Opravte 1 údaj").must_say("Doplňte čas");
        hold(dana, folder, &[bare.as_slice(), &[("follow_up_day", "4. 3.")]].concat()).must_be(303);
        let page = thread(dana, folder);
        page.must_say("životně důležitý zájem").must_say("Ke krizové intervenci zbývá doplnit");
    });
}

#[test]
fn r025_what_the_crisis_left_unwritten_is_completed_afterwards() {
    in_folder("2026-03-03T17:00", |_, dana, folder| {
        hold(dana, folder, &[("crisis", "yes"), ("intervention", "Zklidnění.")]).must_be(303);
        let page = thread(dana, folder);
        let crisis = page.address(&format!("{folder}/crisis/"), "");
        let parts = [("threat", "collapse"), ("intervention", "Zklidnění."), ("safety_plan", "Zavolá sestře.")];
        let call = [("follow_up_day", "4. 3. 2026"), ("follow_up_time", "10:00")];
        let (mine, hers) = (dana.see(&crisis), dana.see(&crisis));
        dana.send(&mine, &crisis, &[parts.as_slice(), &call].concat()).must_be(303);
        let page = thread(dana, folder);
        page.must_say("Bezpečnostní plán Zavolá sestře.").must_say("Znovu se ozveme st 4. 3. 2026 10:00");
        page.must_not_say("zbývá doplnit");
        dana.send(&hers, &crisis, &parts).must_be(409);
    });
}

#[test]
fn r025_what_a_crisis_left_unvoiced_is_complete_once_the_consent_is_recorded() {
    in_folder("2026-03-03T17:00", |town, dana, folder| {
        hold(dana, folder, &[("form", "phone"), ("crisis", "yes")]).must_be(303);
        let open = |rule: &str| town.tasks().iter().filter(|task| task.rule == rule && !task.is_done).count();
        assert_eq!((open("r025"), open("r024")), (1, 0));
        let dana_id = dana.see(&format!("{folder}/consultation/new")).choice("Bc. Dana Zkusmá");
        let voiced = [("oral", "yes"), ("consent_time", "16:31"), ("heard_by", dana_id.as_str()), ("scope", "jméno")];
        let again = [("form", "phone"), ("time", "16:30"), ("minutes", "15")];
        hold(dana, folder, &[again.as_slice(), &voiced].concat()).must_be(303);
        assert_eq!((open("r025"), open("r024")), (0, 1));
    });
}

#[test]
fn r102_whoever_belongs_only_partly_is_explained() {
    in_folder("2026-03-03T16:00", |_, dana, folder| {
        let page = "negotiation/edit?part=situation";
        let partly = [("situation", "Zůstala sama."), ("circle_of_persons", "partly")];
        fill(dana, folder, page, &partly).must_be(422).must_say("Napište, v čem člověk do okruhu osob služby nepatří");
        let explained = [partly.as_slice(), &[("circle_of_persons_reason", "bydlí v jiném kraji")]].concat();
        fill(dana, folder, page, &explained).must_be(303);
        thread(dana, folder).must_say("patří zčásti").must_say("Vysvětlení bydlí v jiném kraji");
    });
}

#[test]
fn each_part_of_the_record_is_saved_alone_and_the_others_stay() {
    in_folder("2026-03-03T16:00", |_, dana, folder| {
        let parts: [(&str, &[(&str, &str)]); 5] = [
            ("request", &[("request", "chci, aby se vrátil"), ("expectation", "rady")]),
            ("needs", &[("wish", "klid"), ("need", "spát"), ("ability", "pracuje"), ("possibility", "pomůže sestra")]),
            (
                "situation",
                &[("situation", "Zůstala sama."), ("situation_areas", "family"), ("situation_areas", "safety")],
            ),
            ("expectations", &[("can_fulfil", "zvládnout rozchod"), ("cannot_fulfil", "ovlivnit manžela")]),
            ("fit", &[("communication_form", "plain"), ("is_understood", "yes"), ("applicant_decision", "chce začít")]),
        ];
        for (part, typed) in parts {
            fill(dana, folder, &format!("negotiation/edit?part={part}"), typed).must_be(303);
        }
        let page = thread(dana, folder);
        page.must_say("Objednávka chci, aby se vrátil").must_say("Možnosti pomůže sestra").must_say("rodina, bezpečí");
        page.must_say("Může zvládnout rozchod Nemůže ovlivnit manžela").must_say("Porozumění potvrzeno");
    });
}

#[test]
fn whoever_saves_second_is_overtaken_and_nothing_of_the_first_is_lost() {
    in_folder("2026-03-03T16:00", |_, dana, folder| {
        let address = format!("{folder}/negotiation/edit");
        let (mine, hers) = (dana.see(&address), dana.see(&address));
        dana.send(&mine, &address, &[("request", "první")]).must_be(303);
        dana.send(&hers, &address, &[("request", "druhá")]).must_be(409).must_say("někdo tu uložil změnu");
        let (mine, hers) = (dana.see(&address), dana.see(&address));
        dana.send(&mine, &address, &[("request", "třetí")]).must_be(303);
        dana.send(&hers, &address, &[("request", "čtvrtá")]).must_be(409);
        thread(dana, folder).must_say("Objednávka třetí");
    });
}

#[test]
fn when_it_began_is_kept_as_exactly_as_it_is_known() {
    in_folder("2026-03-05T09:00", |_, dana, folder| {
        let write =
            |since| fill(dana, folder, "negotiation/edit?part=situation", &[("situation", "Sama."), ("since", since)]);
        for (typed, shown) in [
            ("asi od jara 2019", "Od kdy asi jaro 2019, přibližně 7 let"),
            ("léta 2010 až 2019", "Od kdy léta 2010 až 2019, přibližně 11 let"),
            ("od narození syna", "Od kdy od narození syna"),
        ] {
            write(typed).must_be(303);
            thread(dana, folder).must_say(shown);
        }
        let refused = write("jaro 2031");
        refused.must_be(422).must_say("Rok 2031 je příliš daleko");
        assert!(refused.body().contains("value=\"jaro 2031\""));
    });
}
