//! Correcting what is known of a person, and what is shown only when somebody asks for it.

use crate::common::{Heard, KLARA, Town, Worker};

fn correct(who: &Worker, folder: &str, typed: &[(&str, &str)]) -> Heard {
    let edit = format!("{folder}/data/edit");
    who.fill(&edit, &edit, &[&[("given_name", "Klára"), ("family_name", "Vzorná")], typed].concat())
}

#[test]
fn a_birth_number_is_masked_until_somebody_asks_and_the_asking_is_written_down() {
    for town in Town::everywhere() {
        let folder = town.planted(&[KLARA]).remove(0);
        let house = town.at("2026-03-20T14:00");
        let alena = house.worker("prikladna");
        correct(&alena, &folder, &[("birth_number", "8554149909")]).must_be(422);
        correct(&alena, &folder, &[("birth_number", "850214/9909"), ("sex", "male")]).must_be(303);
        let data = alena.see(&format!("{folder}/data"));
        data.must_say("••••••/9909").must_not_say("850214/9909").must_say("14. 2. 1985 (41 let)");
        data.must_say("opraveno: pohlaví, narození, rodné číslo, telefon");
        let shown = alena.send(&data, &format!("{folder}/data/birth-number"), &[]);
        shown.must_be(200).must_say("850214/9909");
        alena.see(&format!("{folder}/data")).must_not_say("850214/9909");
        let looks = alena.see(&format!("{folder}/looks"));
        looks.must_say("zobrazení rodného čísla rodné číslo zobrazeno").must_not_say("850214");
        correct(&alena, &folder, &[]).must_be(303);
        alena.see(&format!("{folder}/data")).must_say("••••••/9909");
        correct(&alena, &folder, &[("without_birth_number", "yes")]).must_be(303);
        alena.see(&format!("{folder}/data")).must_not_say("••••••/9909");
    }
}

#[test]
fn a_birth_number_must_agree_with_the_day_of_birth_and_the_sex() {
    let town = Town::in_a_file();
    let folder = town.planted(&[KLARA]).remove(0);
    let house = town.at("2026-03-20T14:00");
    let alena = house.worker("prikladna");
    let day = correct(&alena, &folder, &[("birth_number", "850214/9909"), ("birth_date", "15. 2. 1985")]);
    day.must_be(422).must_say("Rodné číslo nesouhlasí s datem narození");
    let sex = correct(&alena, &folder, &[("birth_number", "850214/9909"), ("sex", "female")]);
    sex.must_be(422).must_say("Rodné číslo nesouhlasí s pohlavím");
    let digits = correct(&alena, &folder, &[("birth_number", "850214/9908")]);
    digits.must_be(422).must_say("Rodné číslo nesouhlasí. Zkontrolujte číslice, nebo nechte pole prázdné.");
    assert!(digits.body().contains("850214/9908"), "what was typed stays");
    let born = correct(&alena, &folder, &[("birth_date", "15. 2. 2027")]);
    born.must_be(422);
    correct(&alena, &folder, &[("birth_year", "84")]).must_be(422).must_say("Rok narození napište čtyřmi číslicemi");
    correct(&alena, &folder, &[("phone", "60212345")]).must_be(422).must_say("Telefon má 8 číslic, čekáme 9");
}

#[test]
fn names_with_an_apostrophe_a_hyphen_or_without_a_surname_are_kept_as_they_are() {
    for town in Town::everywhere() {
        let folder = town.planted(&[KLARA]).remove(0);
        let house = town.at("2026-03-20T14:00");
        let alena = house.worker("prikladna");
        let edit = format!("{folder}/data/edit");
        for (given, family) in [("Niamh", "O'Neillová"), ("Anna-Marie", "Nová-Stará"), ("Nguyen", "")] {
            alena.fill(&edit, &edit, &[("given_name", given), ("family_name", family)]).must_be(303);
            let name = format!("{given} {family}");
            alena.see(&folder).must_say(name.trim());
            alena.see("/folders").must_say(format!("{family} {given}").trim());
        }
        alena.fill(&edit, &edit, &[("given_name", ""), ("family_name", "")]).must_be(422).must_say("Doplňte jméno");
    }
}

#[test]
fn a_protected_address_is_shown_only_to_whoever_asks_and_is_not_lost_by_a_correction() {
    for town in Town::everywhere() {
        let folder = town.planted(&[KLARA]).remove(0);
        let house = town.at("2026-03-20T14:00");
        let alena = house.worker("prikladna");
        let hidden = [("address", "Tajná 5"), ("municipality", "Dolní Vzorov"), ("is_location_protected", "yes")];
        correct(&alena, &folder, &hidden).must_be(303);
        let data = alena.see(&format!("{folder}/data"));
        data.must_say("adresa chráněna").must_not_say("Tajná 5").must_not_say("Dolní Vzorov");
        alena.see(&format!("{folder}/data/edit")).must_not_say("Tajná 5");
        correct(&alena, &folder, &[("is_location_protected", "yes"), ("municipality", "Dolní Vzorov")]).must_be(303);
        alena.send(&data, &format!("{folder}/data/address"), &[]).must_be(200).must_say("Tajná 5, Dolní Vzorov");
        alena.see(&format!("{folder}/looks")).must_say("chráněná adresa zobrazena");
    }
}

#[test]
fn of_two_people_who_correct_at_once_the_slower_one_is_told_and_keeps_his_text() {
    for town in Town::everywhere() {
        let folder = town.planted(&[KLARA]).remove(0);
        let house = town.at("2026-03-20T14:00");
        let (alena, olga) = (house.worker("prikladna"), house.worker("rozvazna"));
        let edit = format!("{folder}/data/edit");
        let (hers, other) = (alena.see(&edit), olga.see(&edit));
        let typed = [("given_name", "Klára"), ("family_name", "Vzorná"), ("note", "volat jen dopoledne")];
        alena.send(&hers, &edit, &typed).must_be(303);
        let late = [("given_name", "Klára"), ("family_name", "Vzorová")];
        olga.send(&other, &edit, &late).must_be(409).must_say("někdo tu uložil změnu");
        olga.see(&folder).must_say("Bezpečný kontakt: volat jen dopoledne").must_say("Klára Vzorná");
        olga.see("/drafts").must_say("Oprava údajů");
    }
}
