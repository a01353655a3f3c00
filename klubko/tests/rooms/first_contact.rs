//! What may be typed at a first contact, what is asked about, and that nothing typed is lost.

use crate::common::{Heard, House, Town, Worker};

const KLARA: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("day", "3. 3. 2026"),
    ("time", "14:20"),
    ("given_name", "Klára"),
    ("family_name", "Vzorná"),
];

fn with<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

fn take(worker: &Worker, typed: &[(&str, &str)]) -> Heard {
    worker.fill("/first-contacts/new", "/first-contacts", typed)
}

fn on_tuesday(play: impl Fn(&House, &Worker)) {
    for town in Town::everywhere() {
        let house = town.at("2026-03-03T15:00");
        play(&house, &house.worker("zkusma"));
    }
}

/// The address of the page about the first contact in the folder just opened.
fn first_contact(saved: &Heard) -> String {
    format!("{}/first-contact", saved.must_be(303).location.split('?').next().unwrap())
}

/// The id under which a colleague is offered.
fn colleague(page: &Heard, name: &str) -> String {
    let body = page.body();
    let option = body.split("<option value=\"").skip(1).find(|option| option.contains(name)).unwrap();
    option.split('"').next().unwrap().to_owned()
}

#[test]
fn a_name_the_channel_and_the_time_are_enough() {
    on_tuesday(|_, dana| {
        let page = dana.see(&first_contact(&take(dana, KLARA)));
        page.must_say("Klára Vzorná").must_say("2026/0001").must_say("První kontakt út 3. 3. 2026 14:20");
        page.must_say("Bc. Dana Zkusmá, sociální pracovník").must_say("telefon");
        dana.see("/first-contacts").must_say("Klára Vzorná").must_say("Nový kontakt").must_say("zatím není určen");
    });
}

#[test]
fn without_the_channel_the_time_and_a_name_the_form_says_what_to_do_and_keeps_the_rest() {
    on_tuesday(|_, dana| {
        let typed = [("channel", ""), ("day", ""), ("time", ""), ("asked", "Odešel manžel.")];
        let heard = take(dana, &typed);
        heard.must_be(422).must_say("Opravte 4 údaje").must_say("Zvolte, jak se člověk na službu obrátil");
        heard.must_say("Doplňte datum").must_say("Doplňte čas").must_say("Doplňte jméno, nebo zvolte Zapsat anonymně");
        heard.must_say("Odešel manžel.");
        dana.see("/first-contacts").must_say("Zatím tu nic není.");
    });
}

#[test]
fn names_with_an_apostrophe_a_hyphen_or_one_part_only_are_kept() {
    on_tuesday(|_, dana| {
        for (given, family, shown) in
            [("Moira", "O'Brien", "Moira O'Brien"), ("Petra", "Ukázková-Novotná", "Petra Ukázková-Novotná")]
        {
            let typed = with(KLARA, &[("given_name", given), ("family_name", family)]);
            dana.see(&first_contact(&take(dana, &typed))).must_say(shown);
        }
        let only = with(KLARA, &[("given_name", "Dewi"), ("family_name", "")]);
        dana.see(&first_contact(&take(dana, &only))).must_say("Dewi");
        dana.see("/first-contacts").must_say("Dewi").must_say("O'Brien").must_say("Ukázková-Novotná");
    });
}

#[test]
fn a_contact_in_the_future_is_not_recorded_but_can_be_planned() {
    on_tuesday(|_, dana| {
        let heard = take(dana, &with(KLARA, &[("day", "4. 3. 2026"), ("time", "9:00")]));
        heard.must_be(422).must_say("Kontakt nemůže být v budoucnosti. Chcete ho naplánovat?");
        heard.must_say("Objednat úvodní konzultaci");
        assert!(heard.body().contains("value=\"Vzorná\""));
    });
}

#[test]
fn what_is_mistyped_is_said_in_czech() {
    on_tuesday(|_, dana| {
        let typed = with(KLARA, &[("phone", "77712"), ("email", "klara"), ("birth", "32. 1. 1988"), ("day", "31. 2.")]);
        let heard = take(dana, &with(&typed, &[("minutes", "24 h")]));
        heard.must_be(422).must_say("Telefon má 5 číslic, čekáme 9").must_say("E-mail má mít právě jeden znak @");
        heard.must_say("Datum ‚32. 1. 1988‘ neznáme").must_say("Datum ‚31. 2.‘ neznáme");
        heard.must_say("Kontakt nemůže trvat 24 hodin v kuse");
    });
}

#[test]
fn ten_thousand_letters_are_kept_whole() {
    on_tuesday(|_, dana| {
        let long = "příliš žluťoučký kůň ".repeat(480);
        let page = dana.see(&first_contact(&take(dana, &with(KLARA, &[("asked", long.as_str())]))));
        page.must_say(long.trim());
    });
}

#[test]
fn r021_another_specialist_says_why_he_took_the_contact_and_the_reason_is_shown_with_it() {
    on_tuesday(|house, _| {
        let bohdan = house.worker("ukazka");
        let asked = take(&bohdan, KLARA);
        asked.must_be(422).must_say("První kontakt má přijmout sociální pracovník");
        let typed = with(KLARA, &[("reason_r021", "Sociální pracovnice měly jednání.")]);
        let saved = bohdan.send(&asked, "/first-contacts", &typed);
        let page = bohdan.see(&first_contact(&saved));
        page.must_say("PhDr. Bohdan Ukázka, jiný odborný pracovník");
        page.must_say("Důvod k upozornění: Sociální pracovnice měly jednání.");
    });
}

#[test]
fn r022_booking_to_a_specialist_before_the_consultation_is_questioned() {
    on_tuesday(|_, dana| {
        let page = dana.see("/first-contacts/new");
        let book = |name: &str| {
            let typed = [("consultation_day", "9. 3. 2026"), ("consultation_time", "9:00")];
            let worker = colleague(&page, name);
            let typed = [with(KLARA, &typed), vec![("consultation_worker", worker.as_str())]].concat();
            take(dana, &typed.clone())
        };
        book("Ukázka").must_be(422).must_say("K odborníkovi objednáváte bez úvodní konzultace.");
        let saved = book("Příkladná");
        dana.see(&first_contact(&saved)).must_say("po 9. 3. 2026 9:00 – Mgr. Alena Příkladná");
        dana.see("/first-contacts").must_say("Jednání probíhá").must_say("po 9. 3. 2026 9:00 – úvodní konzultace");
    });
}

#[test]
fn r023_a_consultation_too_far_away_is_questioned() {
    on_tuesday(|_, dana| {
        let page = dana.see("/first-contacts/new");
        let worker = colleague(&page, "Zkusmá");
        let typed = with(KLARA, &[("consultation_day", "18. 3. 2026"), ("consultation_time", "9:00")]);
        let asked = dana.send(&page, "/first-contacts", &[typed, vec![("consultation_worker", &worker)]].concat());
        asked.must_be(422).must_say("Na úvodní konzultaci se čeká 15 dní");
    });
}

#[test]
fn a_similar_person_is_shown_before_a_second_folder_is_opened() {
    on_tuesday(|house, dana| {
        take(dana, &with(KLARA, &[("birth", "1984")])).must_be(303);
        let again = take(dana, &with(KLARA, &[("family_name", "Vzorna")]));
        again.must_be(422).must_say("Podobná osoba").must_say("2026/0001, narození 1984").must_say("Přesto založit");
        let bohdan = house.worker("prikladna");
        let colleague = take(&bohdan, KLARA);
        colleague.must_be(422).must_say("Klára Vzorná").must_not_say("2026/0001").must_not_say("1984");
        take(dana, &with(KLARA, &[("birth", "1975")])).must_be(303);
        let third = take(dana, &with(KLARA, &[("given_name", "Klárka"), ("open_anyway", "yes")]));
        third.must_be(303);
        let other_service = house.worker("poradna");
        take(&other_service, KLARA).must_be(303);
    });
}

#[test]
fn a_worker_excluded_from_a_folder_learns_nothing_of_it() {
    for town in Town::everywhere() {
        let house = town.at("2026-03-03T15:00");
        take(&house.worker("zkusma"), &with(KLARA, &[("phone", "777 123 456")])).must_be(303);
        town.tamper(
            "insert into worker_exclusion (id, folder_id, worker_id, reason, reason_text, raised_by, from_at, recorded_by)
             select f.id, f.id, w.id, 'other', '', 'client', 0, w.id from client_folder f, worker w
              where w.login = 'prikladna' and f.number = '2026/0001'",
        );
        let alena = house.worker("prikladna");
        alena.see("/first-contacts").must_not_say("Vzorná").must_say("Zájemci 0");
        take(&alena, &with(KLARA, &[("phone", "777 123 456")])).must_be(303);
    }
}

#[test]
fn switching_to_an_anonymous_record_keeps_the_text_and_drops_the_name() {
    on_tuesday(|_, dana| {
        let typed = with(KLARA, &[("asked", "Odešel manžel."), ("minutes", "20"), ("topics", "separation")]);
        let page = take(dana, &with(&typed, &[("switch", "anonymous")]));
        page.must_be(422).must_say("Zapsat anonymně").must_say("Odešel manžel.");
        assert!(page.body().contains("value=\"14:20\"") && !page.body().contains("Vzorná"));
        let saved = dana.send(
            &page,
            "/anonymous-contacts",
            &[
                ("channel", "phone"),
                ("day", "3. 3. 2026"),
                ("time", "14:20"),
                ("minutes", "20"),
                ("talked_about", "Odešel manžel."),
            ],
        );
        dana.see(&saved.must_be(303).location).must_say("Odešel manžel.").must_say("20 min → 1 kontakt");
        dana.see("/first-contacts").must_say("Zatím tu nic není.");
    });
}

#[test]
fn r028_a_link_needs_her_wish_an_existing_number_and_only_one_folder() {
    on_tuesday(|_, dana| {
        let call = [("channel", "phone"), ("day", "2. 3. 2026"), ("time", "10:05"), ("minutes", "45")];
        let call = dana.fill("/anonymous-contacts/new", "/anonymous-contacts", &call);
        dana.see(&call.must_be(303).location).must_say("45 min → 1 intervence");
        let page = first_contact(&take(dana, KLARA));
        let action = page.replace("/first-contact", "/anonymous-links");
        let link = |number: &str, more: &[(&str, &str)]| {
            let typed = [vec![("anonymous_number", number), ("linked_on", "3. 3. 2026")], more.to_vec()].concat();
            dana.fill(&page, &action, &typed)
        };
        let wish = [("at_own_wish", "yes")];
        link("A-2026-0001", &[]).must_be(422).must_say("Propojit lze jen na přání zájemce");
        link("A-2026-0009", &wish).must_be(422).must_say("Takový anonymní kontakt ve službě není");
        link("A-2026-0001", &wish).must_be(303);
        dana.see(&page).must_say("propojeno 3. 3. 2026 na přání zájemce");
        link("A-2026-0001", &wish).must_be(422).must_say("Tento anonymní kontakt už je propojen");
        let other = take(dana, &with(KLARA, &[("given_name", "Petra"), ("anonymous_number", "A-2026-0001")]));
        other.must_be(422).must_say("Tento anonymní kontakt už je propojen").must_say("Propojit lze jen na přání");
    });
}

#[test]
fn numbers_and_contacts_belong_to_their_service() {
    on_tuesday(|house, dana| {
        take(dana, KLARA).must_be(303);
        let eva = house.worker("poradna");
        eva.see("/first-contacts").must_not_say("Vzorná");
        let saved = take(&eva, &with(KLARA, &[("given_name", "Sára")]));
        let mine = first_contact(&saved);
        eva.see(&mine).must_say("Sára Vzorná");
        dana.see(&mine).must_be(404);
    });
}
