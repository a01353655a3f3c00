//! Papers of invented people and an invented provider.

use jiff::civil::{date, datetime};
use paper::{
    Column, Fact, Imprint, InformationSheet, InformedConsent, Paragraph, Provider, Section, Sheet, Signature, Table,
};

pub fn imprint() -> Imprint {
    Imprint {
        service: "Poradna Javořinka".into(),
        provider: Provider {
            name: "Příkladová péče, z. ú.".into(),
            identification_number: "12345679".into(),
            address: "Zkušební 12, 100 00 Příkladov".into(),
        },
        printed_by: "Bc. Dana Zkusmá".into(),
        printed_at: datetime(2026, 3, 3, 14, 5, 0, 0),
        template_version: "1".into(),
        as_of: None,
    }
}

pub fn consent() -> InformedConsent {
    InformedConsent {
        file_stem: "informovany-souhlas",
        imprint: imprint(),
        title: "Informovaný souhlas".into(),
        version: 3,
        folder_number: "2026/0147".into(),
        client: "Ďurďa Ňuňák".into(),
        explained: "česky, s pomocí: sestra".into(),
        paragraphs: consent_text(),
        place: "Příkladov".into(),
        prepared_on: date(2026, 3, 3),
        signatures: vec![Signature::client("Ďurďa Ňuňák"), Signature::worker("Bc. Dana Zkusmá")],
        digest: "9f3a61c07be2d415".into(),
    }
}

fn consent_text() -> Vec<Paragraph> {
    vec![
        Paragraph::heading("Co mi služba vysvětlila"),
        Paragraph::plain(
            "Služba Poradna Javořinka mi srozumitelně vysvětlila, co dělá a komu je určena, jaké má poslání, cíle, \
             zásady a metody, jaká jsou moje práva a povinnosti, jak zachází s důvěrnými informacemi, jak služba \
             probíhá, jak ji mohu ukončit a komu si mohu stěžovat.",
        ),
        Paragraph::heading("Na čem jsme se dohodli"),
        Paragraph::plain("Dohodli jsme se na zakázce: ‚Chci se domluvit s bývalou ženou, kdy budou děti u mě.‘"),
        Paragraph::plain("Služba mi může pomoci s:"),
        Paragraph::item("přípravou na společné jednání rodičů"),
        Paragraph::item("sepsáním dohody o péči o děti"),
        Paragraph::plain("Nemůže: zastupovat mě před soudem."),
        Paragraph::plain(
            "Službu poskytuje ambulantně, místo Zkušební 12, Příkladov, čas po domluvě v úterý odpoledne, rozsah \
             přibližně jednou za dva týdny, bez úhrady. Smlouva platí od 3. 3. 2026 na dobu neurčitou. Mohu ji kdykoli \
             ukončit bez udání důvodu; služba ji může ukončit jen z důvodů, které stojí v Pravidlech.",
        ),
        Paragraph::heading("Osobní údaje"),
        Paragraph::plain(
            "Souhlasím s tím, aby služba zpracovávala moje osobní údaje v rozsahu, který k pomoci potřebuje. Vím, že \
             souhlas mohu odvolat a že záznamy, které jí ukládá zákon, zůstanou.",
        ),
        Paragraph::plain("Podpisem je smlouva uzavřena a stávám se klientem služby."),
    ]
}

pub fn information() -> InformationSheet {
    let plain = |text: &str| vec![Paragraph::plain(text)];
    InformationSheet {
        imprint: imprint(),
        version: 2,
        valid_from: Some(date(2026, 1, 1)),
        contacts: vec![
            Fact::new("Kde nás najdete", "Zkušební 12, 100 00 Příkladov, druhé patro, výtah"),
            Fact::new("Telefon", "+420 000 000 000"),
            Fact::new("Kdy", "pondělí až čtvrtek 8:00–17:00\npátek 8:00–12:00"),
        ],
        activity: plain("Pomáháme rodičům a dětem domluvit se, když se rodina rozchází. Služba je bezplatná."),
        mission: plain("Aby děti neztratily ani jednoho z rodičů jen proto, že se dospělí neumějí dohodnout."),
        target_group: plain("Rodičům, dětem a dalším blízkým z Příkladova a okolí, bez ohledu na věk a víru."),
        methods: vec![
            Paragraph::plain("Pracujeme ve dvojici a za zavřenými dveřmi. Používáme:"),
            Paragraph::item("rozhovor a poradenství, společně i odděleně"),
            Paragraph::item("mediaci a rodinnou terapii"),
            Paragraph::item("setkávání rodičů ve skupině"),
        ],
        rules: plain("Přicházíte dobrovolně a střízliví. Na schůzku, kterou nestihnete, dejte prosím vědět předem."),
        rights_and_duties: vec![
            Paragraph::heading("Máte právo"),
            Paragraph::item("vidět, co o Vás zapisujeme, a žádat opravu"),
            Paragraph::item("nechat si poradit beze jména"),
            Paragraph::heading("Vaší povinností je"),
            Paragraph::item("zachovat mlčení o druhých, které u nás potkáte"),
        ],
        confidentiality: plain(
            "O tom, co nám řeknete, mlčíme. Výjimku zná jen zákon: ohrožení dítěte a trestné činy, které musí oznámit \
             každý. Kdo Vaši složku otevřel, Vám na požádání vytiskneme.",
        ),
        course: plain("Začínáme úvodní konzultací. Potom tým zhodnotí, jak Vám může pomoci, a ozve se do týdne."),
        ending: plain("Kdykoli, bez udání důvodu, ústně i písemně."),
        complaints: plain("Vedoucí služby, řediteli organizace nebo krajskému úřadu; i bez podpisu."),
    }
}

pub fn who_looked(rows: usize) -> Sheet {
    let looks = (0..rows).map(|i| {
        let (day, minute) = (i % 28 + 1, i % 60);
        vec![
            format!("{day}. 3. 2026 9:{minute:02}"),
            ["Bc. Dana Zkusmá", "PhDr. Bohdan Ukázka", "Mgr. Žofie Řeháčková-Dlouhoprstá"][i % 3].into(),
            ["zápis o průběhu", "náhled složky", "tisk souhlasu"][i % 3].into(),
            "Klíčový pracovník připravuje konzultaci a čte poslední záznamy.".into(),
        ]
    });
    let columns =
        vec![Column::new("Kdy", 3), Column::new("Kdo", 4), Column::new("Co", 3), Column::new("Proč směl/a", 6)];
    Sheet {
        imprint: imprint(),
        file_stem: "kdo-nahlizel",
        title: "Kdo nahlížel do složky".into(),
        subtitle: Some("za období od 1. 3. 2026 do 31. 3. 2026".into()),
        folder_number: Some("2026/0147".into()),
        facts: vec![Fact::new("Klient", "Ďurďa Ňuňák"), Fact::new("Služba", "Poradna Javořinka")],
        sections: vec![Section {
            heading: Some("Nahlédnutí".into()),
            table: Some(Table { columns, rows: looks.collect() }),
            ..Section::default()
        }],
    }
}

pub fn consultation() -> Sheet {
    let section = |heading: &str, text: &str| Section {
        heading: Some(heading.into()),
        paragraphs: vec![Paragraph::plain(text)],
        ..Section::default()
    };
    Sheet {
        imprint: imprint(),
        file_stem: "uvodni-konzultace",
        title: "Záznam z úvodní konzultace".into(),
        subtitle: None,
        folder_number: Some("2026/0147".into()),
        facts: vec![
            Fact::new("Klient", "Siobhán O'Brien-Nováková"),
            Fact::new("Konzultace", "3. 3. 2026, 14:30–15:15 (45 minut), telefonicky"),
            Fact::new("Pracovník", "PhDr. Bohdan Ukázka"),
        ],
        sections: vec![
            section("Situace", "Manžel před týdnem odešel, klientka nespí.\n\nDěti jsou u babičky."),
            section("Přání", "„Chci, aby se to dětem vysvětlilo v klidu.“"),
        ],
    }
}
