//! The agreement in all its forms: what it must say, who signs, how it changes and ends (R-011 …; § 91(2)).

use crate::common::podhuri::{self, agreed, complete, document, end, fill, prepare};
use crate::common::{Heard, Town, Worker, stage};

/// Renata's negotiation on 3 March in a service that agrees orally or in writing.
fn renata(story: impl Fn(&Town, &Worker, &str)) {
    for town in Town::everywhere() {
        podhuri::set(&town, "agreement_forms", "oral_allowed");
        let folder = podhuri::folder(&town);
        let house = town.at("2026-03-03T10:00");
        let jakub = house.worker("terenni");
        podhuri::negotiate(&jakub, &folder);
        podhuri::counsel(&jakub, &folder);
        story(&town, &jakub, &folder);
    }
}

fn sign(worker: &Worker, document: &str, more: &[(&str, &str)]) -> Heard {
    let usual = [("signed_on", "3. 3. 2026"), ("signer_role", "self"), ("signed_in", "Dolní Vzorov")];
    let usual = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    let typed: Vec<_> = usual.chain(more.iter().copied()).collect();
    let action = format!("{document}/signature");
    worker.fill(&action, &action, &typed)
}

#[test]
fn every_part_of_the_law_is_asked_for_with_its_letter() {
    renata(|_, jakub, folder| {
        complete(jakub, folder, "3. 3. 2026");
        let lacks = [
            ("extent", "Doplňte rozsah: jak často a jak dlouho (§ 91 odst. 2 písm. c)"),
            ("place", "Doplňte místo a čas poskytování, třeba „po domluvě“ (§ 91 odst. 2 písm. d)"),
            ("hours", "Doplňte místo a čas poskytování, třeba „po domluvě“ (§ 91 odst. 2 písm. d)"),
            ("payment", "Doplňte úhradu, třeba „bez úhrady“ (§ 91 odst. 2 písm. e)"),
            ("rules_clause", "Doplňte ujednání o dodržování vnitřních pravidel (§ 91 odst. 2 písm. f)"),
            ("termination", "Doplňte výpovědní důvody (§ 91 odst. 2 písm. g)"),
            ("validity", "Smlouva musí obsahovat dobu platnosti (§ 91 odst. 2 písm. h)"),
        ];
        for (field, sentence) in lacks {
            prepare(jakub, folder, &[(field, "")]).must_be(422).must_say(sentence);
        }
        prepare(jakub, folder, &[("agreement_form", "")]).must_be(422).must_say("Zvolte, zda je smlouva ústní");
        prepare(jakub, folder, &[("agreement_form", "informed_consent")])
            .must_be(422)
            .must_say("V této formě služba smlouvy neuzavírá");
        prepare(jakub, folder, &[("provider_notice_days", "měsíc")]).must_be(422).must_say("Napište počet dnů od 0");
        let text = document(&prepare(jakub, folder, &[]));
        jakub.see(&text).must_say("Druh služby: sociálně aktivizační služby pro rodiny s dětmi");
        jakub.see(&text).must_say("Zakázka slovy klienta: ‚udržet byt‘. Z ní vychází sjednaný rozsah.");
        let letters = jakub.see(&text).text();
        let letters = letters.split("Co musí smlouva obsahovat").nth(1).unwrap();
        assert_eq!((letters.matches(" uvedeno").count(), letters.matches(" chybí").count()), (8, 0), "{letters}");
        for letter in ["a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)"] {
            assert!(letters.contains(&format!("písm. {letter}")), "{letter}: {letters}");
        }
    });
}

#[test]
fn a_letter_that_the_text_lacks_leads_to_its_field_in_a_new_text() {
    renata(|town, jakub, folder| {
        complete(jakub, folder, "3. 3. 2026");
        let text = document(&prepare(jakub, folder, &[]));
        town.tamper("update document set body = replace(body, 'Úhrada', 'O penězích'), payment = 'podle ceníku'");
        let page = jakub.see(&text);
        page.must_say("§ 91 odst. 2 písm. e) zákona o sociálních službách chybí Doplnit v novém znění : úhrada");
        assert!(page.body().contains(&format!("href=\"{folder}/agreement/new#f-payment\"")), "{}", page.text());
    });
}

#[test]
fn an_oral_agreement_makes_a_client_too_and_says_how_it_was_explained() {
    renata(|town, jakub, folder| {
        complete(jakub, folder, "3. 3. 2026");
        let oral = [("agreement_form", "oral"), ("validity", "indefinite"), ("valid_until", "")];
        let text = document(&prepare(jakub, folder, &oral));
        let page = jakub.see(&format!("{text}/signature"));
        page.must_say("Uzavření ústní dohody").must_say("Ústní dohoda o poskytnutí sociální služby");
        sign(jakub, &text, &[("explained", "pomalu, vlastními slovy")]).must_be(303);
        let page = jakub.see(&format!("{folder}/agreement"));
        page.must_say("Forma ústní").must_say("Vysvětleno pomalu, vlastními slovy").must_say("na dobu neurčitou");
        jakub.see(folder).must_say("Klientka od 3. 3. 2026");
        let none = "select count(*) as n from task where folder_id = $1 and rule = 'l91'";
        assert_eq!(stage::count(town, none, folder), 0, "nothing runs out");
    });
}

#[test]
fn r011_r080_duties_of_one_party_and_silence_about_case_management_are_questioned() {
    renata(|town, jakub, folder| {
        complete(jakub, folder, "3. 3. 2026");
        town.tamper("delete from information_given where item = 'case_management'");
        let text = document(&prepare(jakub, folder, &[("provider_duties", "")]));
        let asked = sign(jakub, &text, &[]);
        asked.must_be(422).must_say("Znění ukládá povinnosti jen jedné straně.");
        asked.must_say("Není zapsáno, že se člověk dozvěděl o případové spolupráci");
        let reasons = [("reason_r011", "vzor organizace"), ("reason_r080", "řekneme příště")];
        sign(jakub, &text, &reasons).must_be(303);
        let kept = "select count(*) as n from warning_answer where folder_id = $1 and object_kind = 'agreement'";
        assert_eq!(stage::count(town, kept, folder), 2);
    });
}

#[test]
fn r013_somebody_whose_capacity_is_limited_does_not_sign_alone() {
    renata(|_, jakub, folder| {
        complete(jakub, folder, "3. 3. 2026");
        let page = "legal-capacity";
        fill(jakub, folder, page, &[("is_limited", "yes")]).must_be(422).must_say("kterým rozhodnutím soudu");
        let guardian = [
            ("is_limited", "yes"),
            ("decision", "OS Vzorov, 12 P 3/2025"),
            ("representative", "Marta Ochranná"),
            ("supporter", "sestra Jana"),
        ];
        fill(jakub, folder, page, &guardian).must_be(422).must_say("v jaké roli").must_say("na základě čeho");
        let whole = [guardian.as_slice(), &[("representative_role", "guardian"), ("mandate", "listina opatrovníka")]];
        fill(jakub, folder, page, &whole.concat()).must_be(303);
        let overview = jakub.see(&format!("{folder}/agreement"));
        overview.must_say("svéprávnost omezena (OS Vzorov, 12 P 3/2025)").must_say("zastupuje Marta Ochranná");
        overview.must_say("pomáhá sestra Jana");
        let text = document(&prepare(jakub, folder, &[]));
        sign(jakub, &text, &[]).must_be(422).must_say("Svéprávnost klienta je pro uzavření smlouvy omezena.");
        let by_guardian = [
            ("signer_role", "representative"),
            ("representative", "Marta Ochranná"),
            ("mandate", "listina opatrovníka"),
        ];
        sign(jakub, &text, &by_guardian).must_be(303);
        jakub.see(&format!("{folder}/agreement")).must_say("Marta Ochranná, zástupce (listina opatrovníka)");
    });
}

#[test]
fn an_amendment_is_a_signed_text_of_its_own_and_the_agreement_keeps_its() {
    renata(|town, jakub, folder| {
        jakub.see(&format!("{folder}/agreement/amendment")).must_be(403).must_say("Dodatek mění platnou smlouvu");
        let first = agreed(jakub, folder, &[]);
        let amend = |typed: &[(&str, &str)]| fill(jakub, folder, "agreement/amendment", typed);
        let role = ("signer_role", "self");
        amend(&[role, ("valid_from", "3. 3. 2026")]).must_be(422).must_say("Napište, co se mění");
        amend(&[role, ("changes", "Jednou týdně."), ("valid_from", "")]).must_be(422).must_say("od kdy změna platí");
        amend(&[role, ("changes", "Jednou týdně."), ("valid_from", "2. 3. 2026")])
            .must_be(422)
            .must_say("Smlouva platí až od 3. 3. 2026");
        let until = [role, ("validity", "until"), ("valid_until", "31. 12. 2026"), ("valid_from", "3. 3. 2026")];
        let both = [until.as_slice(), &[("changes", "Rozsah je jedna návštěva týdně.")]].concat();
        let added = amend(&both);
        // The form of the amendment leads to its text.
        let text = added.must_be(303).location.split('?').next().unwrap().to_owned();
        jakub.see(&text).must_say("Rozsah je jedna návštěva týdně.").must_say("Smlouva platí do 31. 12. 2026.");
        jakub.see(&format!("{text}/signature")).must_be(200);
        let signing = format!("{text}/amendment");
        jakub
            .fill(&signing, &signing, &[("signed_on", "2. 3. 2026"), ("signed_in", "")])
            .must_be(422)
            .must_say("Znění bylo připraveno až 3. 3. 2026")
            .must_say("Doplňte, kde byl podepsán");
        let signed = [("signed_on", "3. 3. 2026"), ("signed_in", "Dolní Vzorov")];
        jakub.fill(&signing, &signing, &signed).must_be(303);
        jakub.see(&signing).must_be(403).must_say("už je podepsaný");
        let page = jakub.see(&format!("{folder}/agreement"));
        page.must_say("od 3. 3. 2026 do 31. 12. 2026").must_say("Dodatek č. 1 podepsaný 3. 3. 2026");
        jakub.see(&first).must_say("do 31. 8. 2026").must_not_say("31. 12. 2026");
        let versions = "select count(*) as n from agreement where folder_id = $1";
        assert_eq!(stage::count(town, versions, folder), 2);
        let due = "select count(*) as n from task where folder_id = $1 and rule = 'l91' and done_at is null
                    and due_on = '2026-12-01'";
        assert_eq!(stage::count(town, due, folder), 1, "the task goes with the new last day");
        assert_eq!(jakub.see(&format!("{text}/agreement.pdf")).must_be(200).header("content-type"), "application/pdf");
    });
}

#[test]
fn an_agreement_ends_by_notice_with_its_ground_and_period_and_nothing_is_recorded_under_it_afterwards() {
    for town in Town::everywhere() {
        podhuri::set(&town, "agreement_forms", "oral_allowed");
        let folder = podhuri::folder(&town);
        {
            let house = town.at("2026-03-03T10:00");
            let jakub = house.worker("terenni");
            podhuri::negotiate(&jakub, &folder);
            podhuri::counsel(&jakub, &folder);
            jakub.see(&format!("{folder}/agreement/end")).must_be(403).must_say("Složka nemá smlouvu");
            agreed(&jakub, &folder, &[("validity", "indefinite"), ("valid_until", "")]);
        }
        {
            let house = town.at("2026-08-17T10:00");
            let jakub = house.worker("terenni");
            let wrong = |typed: &[(&str, &str)], sentence: &str| {
                end(&jakub, &folder, typed).must_be(422).must_say(sentence);
            };
            wrong(&[("ended_by", "")], "Vyberte, kdo smlouvu ukončuje");
            wrong(&[("ground", "")], "jen z důvodu, který v ní stojí");
            wrong(&[("reason", "")], "Napište skutečnosti, o které se výpověď opírá");
            wrong(&[("delivered_on", "18. 8. 2026")], "Tento den teprve přijde");
            wrong(&[("ends_on", "")], "Doplňte poslední den platnosti");
            wrong(&[("ends_on", "31. 8. 2026")], "může smlouva skončit nejdřív 1. 9. 2026");
            wrong(&[("ends_on", "16. 8. 2026")], "dřív, než byla výpověď doručena");
            end(&jakub, &folder, &[]).must_be(303);
            jakub.see(&format!("{folder}/agreement/end")).must_be(403).must_say("už je zapsané");
            jakub.see(&folder).must_say("Smlouva končí za 15 dní.");
            let back = format!("{folder}/agreement/end/withdrawal");
            jakub.fill(&back, &back, &[("taken_back_on", "17. 8. 2026")]).must_be(303);
            jakub.see(&format!("{folder}/agreement")).must_say("vzato zpět 17. 8. 2026").must_say("na dobu neurčitou");
            end(&jakub, &folder, &[]).must_be(303);
        }
        let house = town.at("2026-09-02T10:00");
        let jakub = house.worker("terenni");
        jakub.see(&folder).must_say("Smlouva skončila 1. 9. 2026.");
        let visit = [("kind", "visit"), ("time", "9:00"), ("minutes", "50"), ("body", "Přišla.")];
        let record = |day: &str| {
            let typed = [visit.as_slice(), &[("day", day)]].concat();
            jakub.fill(&format!("{folder}/records/new"), &format!("{folder}/records"), &typed)
        };
        record("2. 9. 2026").must_be(422).must_say("Smlouva skončila 1. 9. 2026. Zapište kontakt jako Jednání");
        record("1. 9. 2026").must_be(303);
        let page = jakub.see(&format!("{folder}/agreement"));
        page.must_say("Ukončená smlouva").must_say("Výpověď poskytovatele (porušování povinností ze smlouvy)");
        page.must_say("Zapsat novou žádost");
        jakub.see(&format!("{folder}/agreement/amendment")).must_be(403).must_say("Dodatkem ji obnovit nejde");
    }
}
