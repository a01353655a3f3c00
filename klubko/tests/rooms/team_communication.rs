//! „Spojili jsme se“: a team that does not meet calls and writes. Mgr. Iva Rampová of the peer mentoring and Mgr. Eva
//! Poradná of the counselling write each into their own folder of Marek Vymyšlený; what names him crosses on his consent only.

use crate::common::together::{ALONE, Fields, Marek, Said, YES, case, of, open, path, say, send, withdraw};
use crate::common::{Heard, Town, Worker, stage};
use klubko::town::{OSP, PM};
use uuid::Uuid;

const DAY: &str = "2026-05-04T10:00";
const WRITTEN: &str = "select count(*) as n from team_communication where folder_id = $1";

/// Iva called Eva and told her something, but where `more` says otherwise.
fn called(by: &Worker<'_>, case: &str, more: Fields<'_>) -> Heard {
    let eva = of(OSP, "poradna");
    let usual = [
        ("who", eva.as_str()),
        ("way", "by_phone"),
        ("day", "4. 5. 2026"),
        ("told", "Marek dostal rozhodnutí."),
        ("agreed", "Odvolání napíše poradna do pátku."),
    ];
    let typed = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let typed: Vec<_> = typed.chain(more.iter().copied()).collect();
    send(by, &format!("{case}/communications/new"), &typed)
}

fn ground(consent: Uuid, topic: &str) -> String {
    format!("{consent}|{topic}")
}

#[test]
fn workers_who_do_not_meet_write_down_what_they_told_and_on_which_consent() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let consent = say(&town, marek.pm, OSP, &YES);
        let house = town.at(DAY);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        open(&iva, marek.pm, &[("mode", "passive_team")]).must_be(303);
        let case = case(&iva, marek.pm);
        called(&iva, &case, &[]).must_be(422).must_say("bez jeho platného souhlasu neříkáme");
        called(&iva, &case, &[("ground", &ground(Uuid::new_v4(), "odvolání"))])
            .must_be(422)
            .must_say("Vyberte souhlas");
        let ground = ground(consent, "odvolání");
        let good = ("ground", ground.as_str());
        called(&iva, &case, &[good, ("agreed", "")]).must_be(422).must_say("Napište, na čem jste se dohodli");
        called(&iva, &case, &[good, ("way", "")]).must_be(422).must_say("Zvolte, jak jste se spojili");
        called(&iva, &case, &[good, ("day", "19. 4. 2026")]).must_be(422).must_say("dřív, než spolupráce");
        called(&iva, &case, &[good, ("day", "5. 5. 2026")]).must_be(422);
        called(&iva, &case, &[good, ("who", "")]).must_be(422).must_say("napište někoho odjinud");
        assert_eq!(stage::count(&town, WRITTEN, &path(marek.pm)), 0);
        called(&iva, &case, &[good]).must_be(303);
        let (home, timeline) = ("/case-management", "/timeline");
        let page = iva.see(&format!("{}{home}", path(marek.pm)));
        page.must_say("Mgr. Eva Poradná (OSP Páteřník) po 4. 5. 2026, telefonem")
            .must_say("Řekli jsme: Marek dostal rozhodnutí. (souhlas z 20. 4. 2026, téma: odvolání)")
            .must_say("Dohodnuto: Odvolání napíše poradna do pátku.");
        iva.see(&format!("{}{timeline}", path(marek.pm)))
            .must_say("Spojili jsme se v týmu telefonem: Mgr. Eva Poradná");
        // The other service has nothing of it: it writes its own side.
        for page in [home, timeline] {
            eva.see(&format!("{}{page}", path(marek.osp))).must_not_say("Odvolání napíše").must_not_say("telefonem");
        }
        let theirs = eva.see(&format!("{}{home}", path(marek.osp)));
        let new =
            theirs.must_say("Spojili jsme se se službou PM Páteřník").address(&path(marek.osp), "/communications/new");
        let iva_of = of(PM, "rampova");
        let typed =
            [("who", iva_of.as_str()), ("way", "by_email"), ("day", "4. 5. 2026"), ("agreed", "Pošleme návrh.")];
        eva.fill(&new, &new, &typed).must_be(303);
        eva.see(&format!("{}{home}", path(marek.osp)))
            .must_say("Mgr. Iva Rampová (PM Páteřník) po 4. 5. 2026, e-mailem")
            .must_say("O klientovi jsme nic neřekli.");
        iva.see(&format!("{}{home}", path(marek.pm))).must_not_say("Pošleme návrh.");
    }
}

#[test]
fn after_the_withdrawal_nothing_is_told_and_what_was_written_stays() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let consent = say(&town, marek.pm, OSP, &YES);
        let house = town.at(DAY);
        let (iva, eva) = (house.worker("rampova"), house.worker("poradna"));
        open(&iva, marek.pm, &[("mode", "passive_team")]).must_be(303);
        let case = case(&iva, marek.pm);
        let ground = ground(consent, "dávky");
        let form = iva.see(&format!("{case}/communications/new"));
        let theirs =
            eva.see(&format!("{}/case-management", path(marek.osp))).address(&path(marek.osp), "/communications/new");
        called(&iva, &case, &[("ground", &ground)]).must_be(303);
        withdraw(&town, marek.pm, consent, "2026-05-04T09:59");
        let eva_of = of(OSP, "poradna");
        let typed = [
            ("who", eva_of.as_str()),
            ("way", "by_phone"),
            ("day", "4. 5. 2026"),
            ("told", "Něco nového."),
            ("ground", ground.as_str()),
            ("agreed", "Nic."),
        ];
        iva.send(&form, &format!("{case}/communications/new"), &typed)
            .must_be(403)
            .must_say("Souhlas klienta s případovou spoluprací neplatí");
        eva.see(&theirs).must_be(404);
        let page = iva.see(&format!("{}/case-management", path(marek.pm)));
        page.must_say("Řekli jsme: Marek dostal rozhodnutí.").must_not_say("communications/new");
        assert_eq!(stage::count(&town, WRITTEN, &path(marek.pm)), 1);
    }
}

#[test]
fn a_consent_of_the_other_direction_lets_one_listen_and_not_tell() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let consent = say(&town, marek.pm, OSP, &Said { direction: "inward", ..YES });
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, &[]).must_be(303);
        let case = case(&iva, marek.pm);
        called(&iva, &case, &[("ground", &ground(consent, "odvolání"))])
            .must_be(422)
            .must_say("bez jeho platného souhlasu neříkáme");
        called(&iva, &case, &[("told", "")]).must_be(303);
    }
}

#[test]
fn somebody_from_outside_is_told_what_the_client_let_him_be_told_and_a_colleague_what_is_needed() {
    for town in Town::everywhere() {
        let marek = Marek::in_both(&town);
        let house = town.at(DAY);
        let iva = house.worker("rampova");
        open(&iva, marek.pm, ALONE).must_be(303);
        let case = case(&iva, marek.pm);
        let outside = ("outside_name", "Městský úřad Vzorov, paní Vzorová");
        called(&iva, &case, &[("who", ""), outside]).must_be(422).must_say("Mimo svou službu");
        let iva_id = crate::common::plant::worker("rampova").to_string();
        let page = format!("{}/consents/third-party", path(marek.pm));
        let third = [
            ("addressee", "Městský úřad Vzorov"),
            ("own_topics", "příspěvek"),
            ("extent", "termíny"),
            ("purpose", "rychlejší řízení"),
            ("valid_from", "4. 5. 2026"),
            ("valid_until", "31. 12. 2026"),
            ("given_by_role", "self"),
            ("decision", "consent"),
            ("form", "written"),
            ("day", "4. 5. 2026"),
            ("heard_by", iva_id.as_str()),
        ];
        iva.fill(&page, &page, &third).must_be(303);
        let form = iva.see(&format!("{case}/communications/new"));
        let body = form.body();
        let ground = body.split("<option value=\"").find(|one| one.contains("|příspěvek\"")).unwrap();
        let ground = ("ground", ground.split('"').next().unwrap());
        called(&iva, &case, &[("who", ""), ("outside_name", "Dopravní podnik"), ground]).must_be(422);
        called(&iva, &case, &[("who", ""), outside, ground]).must_be(303);
        let ota = of(PM, "kolecko");
        called(&iva, &case, &[("who", ota.as_str()), ("told", "Marek chce raději vlak.")]).must_be(303);
        let page = iva.see(&format!("{}/case-management", path(marek.pm)));
        page.must_say("Městský úřad Vzorov, paní Vzorová").must_say("Marek chce raději vlak.");
    }
}
