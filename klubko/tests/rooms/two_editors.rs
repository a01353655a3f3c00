//! Two windows, one form: the second to save loses nothing and overwrites nothing. He is shown field by field what
//! stood there, what stands there now and what he typed, and says what is to hold (decision 0015).

use crate::common::course::{Client, agreement, assign, client};
use crate::common::{Heard, House, KLARA, Town, Worker};
use jiff::civil::date;

/// Klára's folder, with Alena as its key worker and Ivo beside her.
fn klara(town: &Town) -> Client {
    let klara = client(town, ("Klára", "Vzorná"), "prikladna", "2026-03-09T10:00");
    assign(town, &klara, "cvicny", false, date(2026, 3, 10));
    agreement(town, &klara, date(2026, 3, 16));
    klara
}

fn two(house: &House) -> (Worker<'_>, Worker<'_>) {
    (house.worker("prikladna"), house.worker("cvicny"))
}

/// What the comparison asks about: the field, and the answer that is ticked beforehand.
fn questions(page: &Heard) -> Vec<(String, String)> {
    let body = page.body();
    let asked = body.split("<input type=\"hidden\" name=\"compared\" value=\"").skip(1);
    let question = |rest: &str| {
        let name = rest.split('"').next().unwrap().to_owned();
        let ticked = ["now", "mine"].into_iter().find(|choice| {
            let radio = format!("name=\"take_{name}\" value=\"{choice}\"");
            rest.split_once(&radio).is_some_and(|(_, after)| after.split('>').next().unwrap().contains("checked"))
        });
        (name, ticked.unwrap_or_default().to_owned())
    };
    asked.map(question).collect()
}

fn asked(questions: &[(String, String)]) -> Vec<(&str, &str)> {
    questions.iter().map(|(name, ticked)| (name.as_str(), ticked.as_str())).collect()
}

const NAME: [(&str, &str); 2] = [("given_name", "Klára"), ("family_name", "Vzorná")];

#[test]
fn whoever_is_slower_chooses_by_fields_and_everything_he_typed_waits_for_him() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let edit = klara.page("/data/edit");
        let house = town.at("2026-03-20T12:00");
        let (alena, ivo) = two(&house);
        let before = [&NAME[..], &[("note", "Volat dopoledne"), ("title", "Bc."), ("sex", "female")]].concat();
        alena.fill(&edit, &edit, &before).must_be(303);
        let (hers, his) = (alena.see(&edit), ivo.see(&edit));
        let faster = [
            &NAME[..],
            &[("note", "Volat až po šesté"), ("title", "Bc."), ("sex", "female"), ("phone", "602 111 222")],
        ]
        .concat();
        alena.send(&hers, &edit, &faster).must_be(303);
        let typed = [&NAME[..], &[("note", "Nevolat, psát"), ("title", "Mgr."), ("sex", "female")]].concat();
        let page = ivo.send(&his, &edit, &typed);
        page.must_be(409).must_say("Zatímco jste psali, někdo tu uložil změnu: Alena Příkladná, 20. 3. 2026 12:00");
        page.must_say("Když jste začali Volat dopoledne Co je teď Volat až po šesté")
            .must_say("Klára Vzorná · 2026/09");
        let said = questions(&page);
        assert_eq!(asked(&said), [("title", "mine"), ("phone", "now"), ("note", "")]);
        page.must_say("změna odjinud i vaše").must_say("změnili jste jen vy").must_say("Zbývá dopsat");
        ivo.see(&klara.page("/data")).must_say("Volat až po šesté").must_not_say("Nevolat");
        let ticked = [
            ("title", "Mgr."),
            ("phone", ""),
            ("note", "Nevolat, psát"),
            ("take_title", "mine"),
            ("take_phone", "now"),
        ];
        let open = ivo.send(&page, &edit, &ticked);
        open.must_be(422).must_say("Ještě vyberte, co má platit").must_say("Když jste začali Volat dopoledne");
        let said = questions(&open);
        assert_eq!(asked(&said), [("title", "mine"), ("phone", "now"), ("note", "")]);
        let chosen = [&ticked[..], &[("take_note", "mine")]].concat();
        ivo.send(&open, &edit, &chosen).must_be(303);
        let data = ivo.see(&klara.page("/data"));
        data.must_say("Nevolat, psát").must_say("602 111 222").must_say("Mgr.");
        ivo.see("/drafts").must_say("Všechno dopsáno.");
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    }
}

#[test]
fn a_third_writer_in_between_is_compared_again_with_what_was_chosen() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let edit = klara.page("/data/edit");
        let house = town.at("2026-03-20T12:00");
        let (alena, ivo) = two(&house);
        let his = ivo.see(&edit);
        alena.fill(&edit, &edit, &[&NAME[..], &[("note", "první")]].concat()).must_be(303);
        let typed = [&NAME[..], &[("note", "Ivova"), ("email", "klara@priklad.test")]].concat();
        let page = ivo.send(&his, &edit, &typed);
        page.must_be(409);
        alena.fill(&edit, &edit, &[&NAME[..], &[("note", "druhá")]].concat()).must_be(303);
        let chosen = [("note", "Ivova"), ("take_note", "now"), ("email", "klara@priklad.test"), ("take_email", "mine")];
        let again = ivo.send(&page, &edit, &chosen);
        again.must_be(409).must_say("Když jste začali první Co je teď druhá");
        let said = questions(&again);
        assert_eq!(asked(&said), [("email", "mine"), ("note", "now")]);
        let back = ivo.see("/drafts").address(&format!("{edit}?draft="), "");
        ivo.see(&back).must_say("Co jste napsali vy").must_be(200);
        assert!(ivo.see(&back).body().contains("value=\"Ivova\""), "what he first typed is still in the draft");
        let last = [("email", "klara@priklad.test"), ("take_email", "mine"), ("note", "první"), ("take_note", "now")];
        ivo.send(&again, &edit, &last).must_be(303);
        ivo.see(&klara.page("/data")).must_say("druhá").must_say("klara@priklad.test");
    }
}

#[test]
fn a_draft_begun_over_an_older_version_opens_as_the_comparison() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let edit = klara.page("/negotiation/edit");
        let house = town.at("2026-03-20T12:00");
        let (alena, ivo) = two(&house);
        let begun = ivo.see(&format!("{edit}?part=needs")).hidden(&edit);
        let mut fields: Vec<_> = begun.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend([("wish", "Klid doma."), ("need", "Někoho, s kým to projde.")]);
        ivo.post("/drafts", &fields).must_be(200);
        let back = ivo.see("/drafts").address(&format!("{edit}?draft="), "");
        ivo.see(&back).must_say("Přání").must_not_say("Porovnejte");
        let hers = [("wish", "Klid doma pro syna.")];
        alena.fill(&format!("{edit}?part=needs"), &edit, &hers).must_be(303);
        let page = ivo.see(&back);
        page.must_be(200).must_say("Porovnejte, co má platit").must_say("Alena Příkladná");
        let said = questions(&page);
        assert_eq!(asked(&said), [("wish", ""), ("need", "mine")]);
        let chosen = [("wish", "Klid doma."), ("take_wish", "now"), ("need", "Doprovod."), ("take_need", "mine")];
        ivo.send(&page, &edit, &chosen).must_be(303);
        let thread = ivo.see(&klara.page("/negotiation"));
        thread.must_say("Klid doma pro syna.").must_say("Doprovod.");
        ivo.see("/drafts").must_say("Všechno dopsáno.");
    }
}

#[test]
fn two_parts_of_one_record_are_joined_by_a_single_click() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let edit = klara.page("/negotiation/edit");
    let house = town.at("2026-03-20T12:00");
    let (alena, ivo) = two(&house);
    let his = ivo.see(&format!("{edit}?part=situation"));
    alena.fill(&format!("{edit}?part=needs"), &edit, &[("wish", "Klid doma.")]).must_be(303);
    let typed = [("situation", "Manžel odešel."), ("situation_areas", "housing"), ("situation_areas", "debts")];
    let page = ivo.send(&his, &edit, &typed);
    page.must_be(409).must_say("Oblasti");
    let said = questions(&page);
    assert_eq!(asked(&said), [("situation", "mine"), ("situation_areas", "mine")]);
    let ticked = [("situation", "Manžel odešel."), ("take_situation", "mine"), ("take_situation_areas", "mine")];
    ivo.send(&page, &edit, &ticked).must_be(303);
    let thread = ivo.see(&klara.page("/negotiation"));
    thread.must_say("Klid doma.").must_say("Manžel odešel.");
}

#[test]
fn a_longer_text_shows_word_by_word_what_changed() {
    for town in Town::everywhere() {
        let klara = klara(&town);
        let house = town.at("2026-03-20T12:00");
        let (office, phone) = (house.worker("prikladna"), house.worker("prikladna"));
        let typed = |body: &'static str| {
            [("kind", "visit"), ("day", "20. 3. 2026"), ("time", "9:00"), ("minutes", "50"), ("body", body)]
        };
        office.fill(&klara.page("/records/new"), &klara.page("/records"), &typed("Přišla v slzách.")).must_be(303);
        let timeline = office.see(&klara.page("/timeline")).body();
        let start = klara.page("/records/");
        let links = timeline.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let record = links.filter(|link| link.starts_with(&start)).find(|link| !link.ends_with("/new")).unwrap();
        let edit = format!("{record}/edit");
        let (in_office, on_phone) = (office.see(&edit), phone.see(&edit));
        office.send(&in_office, &edit, &typed("Přišla včas v slzách.")).must_be(303);
        let slower = phone.send(&on_phone, &edit, &typed("Přišla v klidu."));
        slower.must_be(409).must_say("přidáno: včas").must_say("ubráno: slzách. přidáno: klidu.");
        phone.see(record).must_say("Přišla včas v slzách.").must_not_say("Přišla v klidu.");
        let back = phone.see("/drafts").address(&format!("{edit}?draft="), "");
        let kept = phone.see(&back);
        kept.must_be(200).must_say("Porovnejte, co má platit");
        let both = [("body", "Přišla včas a v klidu."), ("take_body", "mine"), ("take_form", "now")];
        phone.send(&kept, &edit, &both).must_be(303);
        phone.see(record).must_say("3. znění").must_say("Přišla včas a v klidu.");
    }
}

#[test]
fn a_protected_value_is_not_shown_by_the_comparison_and_not_lost_by_it() {
    let town = Town::in_a_file();
    let folder = town.planted(&[KLARA]).remove(0);
    let edit = format!("{folder}/data/edit");
    let house = town.at("2026-03-20T12:00");
    let (alena, again) = (house.worker("prikladna"), house.worker("prikladna"));
    let secret =
        [("birth_number", "850214/9909"), ("sex", "male"), ("address", "Skrytá 7"), ("is_location_protected", "yes")];
    alena.fill(&edit, &edit, &[&NAME[..], &secret].concat()).must_be(303);
    let opened = alena.see(&edit);
    let kept = [("sex", "male"), ("birth_date", "14. 2. 1985"), ("is_location_protected", "yes")];
    again.fill(&edit, &edit, &[&NAME[..], &kept, &[("note", "jinde")]].concat()).must_be(303);
    let typed = [&NAME[..], &kept, &[("address", "Nová 8")]].concat();
    let page = alena.send(&opened, &edit, &typed);
    page.must_be(409).must_say("Tady se neukazuje.").must_not_say("Skrytá").must_not_say("9909");
    assert!(!page.body().contains("Skrytá") && !page.body().contains("9909"));
    let said = questions(&page);
    assert_eq!(asked(&said), [("note", "now"), ("address", "")]);
    let chosen = [("note", ""), ("take_note", "now"), ("address", "Nová 8"), ("take_address", "now")];
    alena.send(&page, &edit, &chosen).must_be(303);
    let data = alena.see(&format!("{folder}/data"));
    data.must_say("jinde").must_say("••••••/9909");
    alena.send(&data, &format!("{folder}/data/address"), &[]).must_say("Skrytá 7");
}

#[test]
fn what_a_service_says_about_itself_and_a_profile_are_compared_the_same_way() {
    let town = Town::in_a_file();
    let house = town.at("2026-03-20T12:00");
    let (desk, phone) = (house.worker("rozvazna"), house.worker("rozvazna"));
    let (at_desk, on_phone) = (desk.see("/settings/profile"), phone.see("/settings/profile"));
    let typed = |mission: &'static str| {
        let known = [("name", "Poradna"), ("mark", "PO"), ("place", "Sídliště 1"), ("opening_hours", "po–pá 8–16")];
        [&known[..], &[("circle_of_persons", "rodiny"), ("mission", mission)]].concat()
    };
    let choices = kinds(&at_desk);
    let with = |mission| {
        let mut all = typed(mission);
        all.extend(choices.iter().map(|(name, value)| (*name, value.as_str())));
        all
    };
    desk.send(&at_desk, "/settings/profile", &with("Pomáháme rodinám.")).must_be(303);
    let page = phone.send(&on_phone, "/settings/profile", &with("Provázíme rodiny."));
    page.must_be(409).must_say("Olga Rozvážná, 20. 3. 2026 12:00").must_say("Poslání");
    let said = questions(&page);
    assert_eq!(asked(&said), [("mission", "")]);
    let chosen = [("mission", "Provázíme rodiny."), ("take_mission", "mine")];
    phone.send(&page, "/settings/profile", &chosen).must_be(303);
    let (mine, other) = (desk.see("/profile"), phone.see("/profile"));
    desk.send(&mine, "/profile", &[("greeting", "Olgo"), ("theme", "dark")]).must_be(303);
    let page = phone.send(&other, "/profile", &[("greeting", "Olino"), ("theme", "system")]);
    page.must_be(409).must_say("Tmavý").must_say("Podle zařízení");
    let said = questions(&page);
    assert_eq!(asked(&said), [("greeting", ""), ("theme", "now")]);
}

/// The kind and the form of a service that are chosen on its page.
fn kinds(page: &Heard) -> Vec<(&'static str, String)> {
    let body = page.body();
    let chosen = |name: &'static str, mark: &str| {
        let rest = body.split_once(&format!("name=\"{name}\"")).unwrap().1;
        let before = rest.split_once(mark).unwrap().0;
        (name, before.rsplit_once("value=\"").unwrap().1.split('"').next().unwrap().to_owned())
    };
    vec![chosen("kind", " selected"), chosen("delivery_form", " checked")]
}

#[test]
fn the_same_change_twice_leaves_nothing_to_choose() {
    let town = Town::in_a_file();
    let klara = klara(&town);
    let edit = klara.page("/commission");
    let house = town.at("2026-03-20T12:00");
    let (alena, ivo) = two(&house);
    let typed = [("in_own_words", "Chci klid."), ("agreed_on", "20. 3. 2026")];
    let more = [&typed[..], &[("revision", "reworded")]].concat();
    alena.fill(&edit, &edit, &typed).must_be(303);
    let his = ivo.see(&edit);
    alena.fill(&edit, &edit, &[("in_own_words", "Chci klid doma."), more[1], more[2]]).must_be(303);
    let same = [("in_own_words", "Chci klid doma."), more[1], more[2]];
    let page = ivo.send(&his, &edit, &same);
    page.must_be(409).must_say("Co se děje");
    let said = questions(&page);
    assert_eq!(asked(&said), [("revision", "mine")]);
}
