//! Signing on the screen of a lent device: Klára Vzorná reads, decides and signs on Dana's
//! telephone, and Dana gets it back by her password.

use crate::common::stage::{self, KLARA};
use crate::common::{Heard, House, Town, Worker, pdf, road};
use klubko::town::PASSWORD;

const AGREEMENTS: &str = "select count(*) as n from agreement where folder_id = $1";
const DECISIONS: &str = "select count(*) as n from screen_signature where folder_id = $1";

fn monday(town: &Town) -> House {
    town.at("2026-03-16T11:00")
}

/// Dana has everything negotiated, and a text for Klára to sign.
fn prepared(dana: &Worker<'_>, folder: &str) -> String {
    road::negotiate(dana, folder, &[]);
    road::prepare(dana, folder, &[])
}

/// Dana with a text for Klára to sign, on Monday and on every engine: the town, Dana, Klára's folder, the text.
fn with_a_text(story: impl Fn(&Town, &Worker<'_>, &str, &str)) {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        let document = prepared(&dana, &folder);
        story(&town, &dana, &folder, &document);
    }
}

/// The page in Klára's hands.
fn on_screen(dana: &Worker<'_>, document: &str) -> Heard {
    let page = dana.see(&format!("{document}/on-screen"));
    page.must_be(200);
    page
}

fn must_be_two_equal_answers(page: &Heard) {
    let body = page.body();
    let answers = body.split("<label>").filter(|label| label.contains("name=\"decision\"")).count();
    assert_eq!((answers, body.matches(" checked").count()), (2, 0), "{body}");
    for elsewhere in ["Můj den", "Klienti", "name=\"q\"", "href=\"/\"", "/help", "2026/1"] {
        assert!(!body.contains(elsewhere), "{elsewhere}");
    }
}

#[test]
fn klara_reads_the_whole_text_signs_it_and_is_a_client_as_by_a_signature_on_paper() {
    with_a_text(|town, dana, folder, document| {
        dana.see(document).must_say("Podepsat na obrazovce").must_say("podpis na papír (vyfotit)");
        dana.see(&format!("{document}/lending")).must_say("Předat telefon klientovi");
        let lent = road::lend(dana, document, &[]);
        lent.must_be(303);
        assert_eq!(lent.header("clear-site-data"), "\"cache\"", "the back button finds nothing");
        let page = on_screen(dana, document);
        must_be_two_equal_answers(&page);
        page.must_say("Souhlasíte s tímto textem?").must_say("o základní poradenství tím nepřijdete");
        page.must_say("‚zvládnout první týdny a domluvit péči o syna‘").must_say("Podepisuje Klára Vzorná");
        road::decide(dana, document, &[]).must_be(303);
        on_screen(dana, document).must_say("Hotovo, je podepsáno").must_say("Vraťte prosím zařízení pracovníkovi");
        let back = road::unlock(dana, PASSWORD);
        assert_eq!(
            dana.see(&back.must_be(303).location).must_be(303).location,
            format!("{folder}/agreement?done=agreement")
        );
        dana.see(&format!("{folder}/agreement")).must_say("po 16. 3. 2026").must_say("Klára Vzorná");
        dana.see(&format!("{folder}/consents")).must_say("Písemný souhlas").must_say("Podepsáno 16. 3. 2026");
        dana.see(folder).must_say("Klientka od 16. 3. 2026");
        assert_eq!((stage::count(town, AGREEMENTS, folder), stage::count(town, DECISIONS, folder)), (1, 1));
    });
}

#[test]
fn the_signature_stands_beside_its_text_and_on_its_line_of_the_paper() {
    with_a_text(|_, dana, _, document| {
        road::lend(dana, document, &[]).must_be(303);
        road::decide(dana, document, &[("written_name", "Vzorná Klára")]).must_be(303);
        road::unlock(dana, PASSWORD).must_be(303);
        let page = dana.see(document);
        page.must_say("Podepsáno na obrazovce").must_say("Vzorná Klára").must_say("Bc. Dana Zkusmá");
        assert!(page.body().contains(&format!("<path d=\"{}\"", road::STROKE)), "{}", page.body());
        let digest = page.text().split("otisk textu ").nth(1).unwrap()[..16].to_owned();
        let Some(text) = pdf::text(&dana.see(&format!("{document}/informed-consent.pdf")).bytes) else { return };
        assert!(text.contains("podepsáno na obrazovce dne 16. 3. 2026 11:00"), "{text}");
        assert!(text.contains(&digest) && text.contains("Vzorná Klára"), "{text}");
        assert!(!text.contains("datum a podpis klienta") && text.contains("podpis pracovníka služby"), "{text}");
    });
}

#[test]
fn a_no_is_kept_with_the_same_care_and_nothing_is_concluded_by_it() {
    with_a_text(|town, dana, folder, document| {
        road::lend(dana, document, &[]).must_be(303);
        road::decide(dana, document, &[("decision", "dissent"), ("stroke", "")]).must_be(303);
        on_screen(dana, document).must_say("Hotovo, váš nesouhlas je zapsaný").must_say("platí stejně jako souhlas");
        let back = road::unlock(dana, PASSWORD);
        assert_eq!(dana.see(&back.location).must_be(303).location, document);
        let page = dana.see(document);
        page.must_say("Nesouhlas vyjádřený na obrazovce").must_say("Klára Vzorná").must_say("Podepsat na obrazovce");
        assert!(!page.body().contains("aria-label=\"Podpis:"), "nothing was drawn");
        assert_eq!(stage::count(town, AGREEMENTS, folder), 0);
        dana.see(&format!("{folder}/agreement")).must_not_say("Uzavřená smlouva").must_say("verze 3 nesouhlas");
        // She may change her mind, and both answers stay.
        road::lend(dana, document, &[]).must_be(303);
        road::decide(dana, document, &[]).must_be(303);
        road::unlock(dana, PASSWORD).must_be(303);
        dana.see(document).must_say("Nesouhlas vyjádřený na obrazovce").must_say("Podepsáno na obrazovce");
        assert_eq!((stage::count(town, AGREEMENTS, folder), stage::count(town, DECISIONS, folder)), (1, 2));
    });
}

#[test]
fn what_is_missing_or_is_no_signature_comes_back_and_nothing_is_kept() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    let document = prepared(&dana, &folder);
    road::lend(&dana, &document, &[]).must_be(303);
    let refused: &[(&str, &str, &str)] = &[
        ("decision", "", "Vyberte, zda souhlasíte, nebo nesouhlasíte"),
        ("decision", "paper", "Vyberte, zda souhlasíte, nebo nesouhlasíte"),
        ("decision", "maybe", "Vyberte, zda souhlasíte, nebo nesouhlasíte"),
        ("written_name", "", "Napište své jméno a příjmení"),
        ("written_name", "Alena Příkladná", "Podepsat má Klára Vzorná"),
        ("stroke", "", "Podepište se do rámečku"),
        ("stroke", "M1 1L2 2", "Podpis je příliš malý"),
        ("stroke", "M1 1C2 2 3 3 400 300", "Podpis se nepodařilo přečíst"),
        ("stroke", "M1 1L400 300\"/><script>alert(1)</script>", "Podpis se nepodařilo přečíst"),
        ("stroke", "M1 1L4000 300", "Podpis se nepodařilo přečíst"),
    ];
    for (field, value, sentence) in refused {
        let heard = road::decide(&dana, &document, &[(field, value)]);
        heard.must_be(422).must_say(sentence).must_say("Opravte");
        assert!(!heard.body().contains("<script>alert"), "{value}");
        let kept = |text: &str| heard.body().contains(&format!("value=\"{text}\""));
        assert!(*field == "written_name" || kept("Klára Vzorná"), "the name stays: {field}");
        assert!(*field == "stroke" || kept(road::STROKE), "the drawing stays: {field}");
    }
    let long = "Klára ".repeat(50);
    road::decide(&dana, &document, &[("written_name", &long)]).must_be(422).must_say("zkraťte");
    assert_eq!((stage::count(&town, AGREEMENTS, &folder), stage::count(&town, DECISIONS, &folder)), (0, 0));
    dana.see("/drafts").must_be(303);
    road::unlock(&dana, PASSWORD).must_be(303);
    dana.see("/drafts").must_say("Všechno dopsáno.");
}

#[test]
fn whoever_would_rather_sign_on_paper_says_so_and_the_worker_goes_on_there() {
    with_a_text(|town, dana, folder, document| {
        road::lend(dana, document, &[]).must_be(303);
        let paper = [("on_paper", "yes"), ("decision", ""), ("stroke", ""), ("written_name", "")];
        road::decide(dana, document, &paper).must_be(303);
        on_screen(dana, document).must_say("Podepíšete se na papír");
        let back = road::unlock(dana, PASSWORD);
        assert_eq!(dana.see(&back.location).must_be(303).location, document);
        dana.see(document).must_not_say("vyjádřený na obrazovce").must_say("podpis na papír");
        road::sign(dana, document, &[]).must_be(303);
        assert_eq!(stage::count(town, AGREEMENTS, folder), 1);
    });
}

#[test]
fn the_worker_answers_the_questions_before_lending_and_the_client_meets_none() {
    for town in Town::everywhere() {
        let folder = road::folder(&town, &KLARA);
        let house = monday(&town);
        let dana = house.worker("zkusma");
        road::negotiate(&dana, &folder, &["is_understood"]);
        let document = road::prepare(&dana, &folder, &[]);
        let asked = road::lend(&dana, &document, &[]);
        asked.must_be(422).must_say("Není potvrzeno, že zájemce informacím rozuměl");
        dana.see("/folders").must_be(200);
        road::lend(&dana, &document, &[("reason_r008", "ověřím při podpisu")]).must_be(303);
        on_screen(&dana, &document).must_not_say("Není potvrzeno").must_not_say("ověřím při podpisu");
        road::decide(&dana, &document, &[]).must_be(303);
        let kept = "select count(*) as n from warning_answer
                     where folder_id = $1 and object_kind = 'agreement' and reason = 'ověřím při podpisu'";
        assert_eq!(stage::count(&town, kept, &folder), 1);
    }
}

#[test]
fn what_refuses_a_signature_refuses_the_lending() {
    let town = Town::in_a_file();
    let folder = road::folder(&town, &KLARA);
    let house = monday(&town);
    let dana = house.worker("zkusma");
    let document = prepared(&dana, &folder);
    road::lend(&dana, &document, &[("signed_in", "")]).must_be(422).must_say("Doplňte, kde byl podepsán");
    road::lend(&dana, &document, &[("signer_role", "")]).must_be(422).must_say("Zvolte, kdo podepsal");
    let house = town.at("2026-03-16T11:05");
    let dana = house.worker("zkusma");
    let newer = road::prepare(&dana, &folder, &[]);
    road::lend(&dana, &document, &[]).must_be(422).must_say("připravené novější znění");
    road::sign(&dana, &newer, &[]).must_be(303);
    road::lend(&dana, &newer, &[]).must_be(422).must_say("Smlouva už je uzavřena");
    dana.see("/folders").must_be(200);
    dana.see(&newer).must_not_say("Podepsat na obrazovce");
}

#[test]
fn a_representative_signs_by_his_own_name_and_on_his_mandate() {
    with_a_text(|_, dana, folder, document| {
        let jana = [("signer_role", "representative"), ("representative", "Jana Testovská")];
        road::lend(dana, document, &jana).must_be(422).must_say("na základě čeho zástupce jedná");
        let mandate = [jana.as_slice(), &[("mandate", "opatrovnická listina 12 P 3/2026")]].concat();
        road::lend(dana, document, &mandate).must_be(303);
        on_screen(dana, document).must_say("Podepisuje Jana Testovská").must_say("(zástupce)");
        road::decide(dana, document, &[]).must_be(422).must_say("Podepsat má Jana Testovská");
        road::decide(dana, document, &[("written_name", "Jana Testovská")]).must_be(303);
        road::unlock(dana, PASSWORD).must_be(303);
        dana.see(&format!("{folder}/agreement"))
            .must_say("Jana Testovská, zástupce (opatrovnická listina 12 P 3/2026)");
        let Some(text) = pdf::text(&dana.see(&format!("{document}/informed-consent.pdf")).bytes) else { return };
        assert!(text.contains("datum a podpis klienta") && text.contains("podepsáno na obrazovce"), "{text}");
    });
}

#[test]
fn the_journal_of_the_folder_tells_the_whole_way() {
    with_a_text(|town, dana, folder, document| {
        road::lend(dana, document, &[]).must_be(303);
        road::unlock(dana, PASSWORD).must_be(303);
        let told = |town: &Town, sql| stage::count(town, sql, folder);
        const GIVEN_UP: &str = "select count(*) as n from journal
            where concerns_id = $1 and text = 'podpis na obrazovce zrušen bez rozhodnutí' and person is not null";
        assert_eq!(told(town, GIVEN_UP), 1);
        road::lend(dana, document, &[]).must_be(303);
        road::decide(dana, document, &[]).must_be(303);
        road::unlock(dana, PASSWORD).must_be(303);
        assert_eq!(told(town, GIVEN_UP), 1, "what was decided was not given up");
        const WAY: &str = "select count(*) as n from journal where concerns_id = $1 and text in (
            'podpis na obrazovce zahájen', 'zařízení předáno k podpisu na obrazovce', 'podepsáno na obrazovce',
            'smlouva uzavřena podpisem informovaného souhlasu', 'zařízení vráceno a odemčeno')";
        assert_eq!(told(town, WAY), 2 + 2 + 1 + 1 + 2);
        assert!(matches!(town.verify(), klubko::kernel::journal::Found::Sound { .. }));
    });
}
