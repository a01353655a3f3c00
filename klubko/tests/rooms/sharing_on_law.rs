//! Something is shared because the law says so, not because Marek agreed (R-061, R-083, section 2.7): it says on what it
//! stands and why, no withdrawal ends it, its author does.

use crate::common::asking::{about_cooperation, withdraw, withdrawal};
use crate::common::sharing::{Given, TO_OSP, decided, marek, newest, previewed, topic};
use crate::common::stage::{self, worker};
use crate::common::{Heard, Town, Worker};
use klubko::town::OSP;

const THEN: &str = "2026-05-04T10:15";
const CITED: &str = "čl. 6 odst. 1 písm. d) a čl. 9 odst. 2 písm. c) GDPR";
const WHY: &str = "Vidíte to ze zákona, bez souhlasu klienta: životně důležitý zájem podle";
const UNTOLD: (&str, &str) = ("reason_r061", "je v bezvědomí, řekneme mu to, až se probere");

/// Iva tells Eva what Marek's life depends on.
fn share(by: &Worker<'_>, folder: &str, more: &[(&str, &str)]) -> Heard {
    let (osp, eva) = (OSP.to_string(), worker("poradna"));
    let usual = [
        ("ground", "vital_interest"),
        ("to_service", osp.as_str()),
        ("receivers", eva.as_str()),
        ("law_reason", "hrozí mu zástava dechu a nelze se ho zeptat"),
        ("told_on", "4. 5. 2026"),
        ("title", "Dýchá jen s přístrojem"),
        ("body", "Přístroj vydrží bez proudu dvě hodiny."),
    ];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    previewed(by, &format!("{folder}/sharing/new"), &format!("{folder}/sharing"), &typed)
}

#[test]
fn without_a_consent_it_crosses_with_its_ground_its_reason_and_what_marek_knows_of_it() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let page = iva.see(&format!("{folder}/sharing/new"));
        page.must_say("Klient zatím nesouhlasí se sdílením s žádnou službou.");
        page.must_say("Pravidlem je souhlas klienta.").must_say(CITED);
        for (more, says) in [
            (("law_reason", " "), "Napište, proč je sdílení nutné a proč nejde počkat na souhlas klienta"),
            (("to_service", ""), "Vyberte službu, se kterou sdílíte"),
            (("ground", ""), "Zvolte, na čem sdílení stojí."),
            (("receivers", ""), "Vyberte aspoň jednoho pracovníka, kterému to přijde"),
            (("ground", "case_management"), "Tento právní důvod se dnes nenabízí."),
            (("told_on", "5. 5. 2026"), "Tento den teprve bude."),
            (("told_on", ""), "Není zapsáno, kdy jste klientovi řekli, co o něm sdílíte."),
        ] {
            share(&iva, &folder, &[more]).must_be(422).must_say(says);
        }
        assert_eq!(stage::count(&town, "select count(*) as n from shared_item where folder_id = $1", &folder), 0);
        share(&iva, &folder, &[("told_on", ""), UNTOLD]).must_be(303);
        eva.see("/shared").must_say("Dýchá jen s přístrojem").must_say("ze zákona, bez souhlasu");
        let item = newest(&eva);
        let seen = eva.see(&item);
        seen.must_say("Přístroj vydrží bez proudu dvě hodiny.").must_say(&format!("{WHY} {CITED}"));
        seen.must_say("důvod: hrozí mu zástava dechu a nelze se ho zeptat.");
        for other in ["paterni", "kolecko", "prikladna", "ucetni"] {
            house.worker(other).see(&item).must_be(404);
        }
        let own = iva.see(&format!("{folder}/sharing"));
        own.must_say("životně důležitý zájem podle").must_say("klientovi zatím neřečeno");
        own.must_say("Důvod (účast nebo sdílení ze zákona): je v bezvědomí, řekneme mu to, až se probere");
        own.must_not_say("Přeřadit");
        let by_law =
            "select count(*) as n from journal where concerns_id = $1 and act = 'see_shared_item' and ground = 'law'";
        assert_eq!(stage::count(&town, by_law, &folder), 1, "who looked, and on what ground");
    }
}

#[test]
fn who_looked_and_the_paper_for_marek_say_on_what_it_stands() {
    let town = Town::in_a_file();
    let folder = marek(&town);
    let house = town.at(THEN);
    let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
    share(&iva, &folder, &[]).must_be(303);
    eva.see(&newest(&eva)).must_be(200);
    iva.see(&format!("{folder}/looks")).must_say("Eva Poradná").must_say("zákonný důvod sdílení");
    let paper = iva.see(&format!("{folder}/sharing/sharing.pdf"));
    assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"));
    let Some(text) = crate::common::pdf::text(&paper.bytes) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["životně důležitý zájem", "klientovi řečeno 4. 5. 2026", "odvolání souhlasu neukončí"] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn a_withdrawal_ends_what_rests_on_the_consent_and_its_author_ends_what_rests_on_the_law() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let house = town.at("2026-04-20T10:00");
        about_cooperation(&house.worker("rampova"), &folder, "rampova", &[]).must_be(303);
        drop(house);
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        share(&iva, &folder, &[])
            .must_be(422)
            .must_say("Klient sdílení s touto službou dovolil. Pravidlem je souhlas.");
        share(&iva, &folder, &[("reason_r083", "dýchání v souhlasu není")]).must_be(303);
        let by_law = newest(&eva);
        let page = withdrawal(&iva, &folder);
        let consent = page.trim_end_matches("/withdrawal").rsplit('/').next().unwrap().parse().unwrap();
        let (about, to) = (topic(OSP, consent, "dávky"), worker("poradna"));
        let typed = [("topic", about.as_str()), ("receivers", to.as_str()), ("title", "Dávka"), ("body", "Přiznána.")];
        previewed(&iva, &format!("{folder}/sharing/new"), &format!("{folder}/sharing"), &typed).must_be(303);
        eva.see("/shared").must_say("Dávka");
        drop(house);
        let house = town.at("2026-06-08T09:12");
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        let before = iva.see(&page);
        before.must_say("Služba OSP Páteřník už neuvidí: Dávka.");
        before.must_say("Ze zákona zůstává sdílené se službou OSP Páteřník: Dýchá jen s přístrojem.");
        withdraw(&iva, &page, &[]).must_be(303);
        eva.see("/shared").must_not_say("Dávka").must_say("Dýchá jen s přístrojem");
        eva.see(&by_law).must_be(200).must_say(WHY);
        share(&iva, &folder, &[("told_on", "8. 6. 2026")])
            .must_be(422)
            .must_say("Klient souhlas se sdílením s touto službou odvolal.");
        let own = iva.see(&format!("{folder}/sharing"));
        own.must_say("Důvod (rozhodnutí klienta o sdílení): dýchání v souhlasu není");
        let stop = own.address(&format!("{folder}/sharing/items/"), "/stop");
        iva.fill(&stop, &stop, &[("reason", "přístroj už nemá")]).must_be(303);
        eva.see(&by_law).must_be(404);
        eva.see("/shared").must_say("Zatím s vámi nikdo nic nesdílí.");
    }
}

#[test]
fn a_no_is_asked_about_and_never_passed_over_in_silence() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        decided(&town, &folder, &Given { decision: "dissent", ..TO_OSP });
        let house = town.at(THEN);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        share(&iva, &folder, &[]).must_be(422).must_say("Klient se sdílením s touto službou nesouhlasí.");
        share(&iva, &folder, &[("reason_r083", "jde o život, odmítl ještě před zástavou")]).must_be(303);
        eva.see(&newest(&eva)).must_say(WHY);
    }
}

#[test]
fn which_grounds_are_offered_is_dated_and_what_was_shared_keeps_its_words() {
    for town in Town::everywhere() {
        let folder = marek(&town);
        let house = town.at(THEN);
        let (iva, radka) = (house.worker("rampova"), house.worker("souhrnna"));
        let law = "/settings/law/sharing_vital_interest";
        radka.see("/settings/law/agreement_form").must_not_say("Od tohoto dne nenabízet");
        radka.see(law).must_say("Od tohoto dne nenabízet");
        radka.fill(law, law, &[("withheld", "yes"), ("valid_from", "5. 5. 2026")]).must_be(303);
        share(&iva, &folder, &[]).must_be(303);
        drop(house);
        let house = town.at("2026-05-05T08:00");
        let (iva, eva, radka) = (house.worker("rampova"), house.worker("poradna"), house.worker("souhrnna"));
        radka.see("/settings/law").must_say("nenabízí se");
        iva.see(&format!("{folder}/sharing/new"))
            .must_not_say("Životně důležitý zájem")
            .must_say("Povinnost podle zákona");
        let refused = share(&iva, &folder, &[]);
        refused.must_be(422).must_say("Tento právní důvod se dnes nenabízí.").must_say("Přístroj vydrží bez proudu");
        eva.see(&newest(&eva)).must_say(CITED);
        let duty = "/settings/law/sharing_legal_duty";
        radka.fill(duty, duty, &[("withheld", "yes"), ("valid_from", "5. 5. 2026")]).must_be(303);
        iva.see(&format!("{folder}/sharing/new")).must_not_say("Na čem sdílení stojí");
    }
}
