//! What a rule of the methodology is about, in the words of the trade: numbers are for those who build the house, a reader
//! never meets one.

use std::borrow::Cow;

/// What a rule is about: by its number in the journal („R-021“), or by the code under which a reason was kept („r021“).
pub fn subject(code: &str) -> Option<&'static str> {
    let number = code.strip_prefix("R-").or_else(|| code.strip_prefix('r'));
    match (number, code) {
        (_, "l91") => Some("platnost smlouvy"),
        (_, "d26") => Some("případ bez klíčového pracovníka"),
        (Some(number), _) => negotiation(number)
            .or_else(|| agreement(number))
            .or_else(|| planning(number))
            .or_else(|| sharing(number))
            .or_else(|| together(number)),
        (None, _) => None,
    }
}

fn negotiation(number: &str) -> Option<&'static str> {
    Some(match number {
        "001" => "opora v potřebě nebo přání",
        "002" => "jednání s každým zvlášť",
        "003" => "jednání, smlouva a plán jako jeden celek",
        "004" => "jednání se zájemcem",
        "005" => "základní poradenství v jednání",
        "006" => "sociální šetření",
        "007" => "nepříznivá sociální situace",
        "008" => "porozumění informacím",
        "009" => "rozhodnutí zájemce",
        "010" => "odmítnutí uzavřít smlouvu",
        "020" => "první kontakt",
        "021" => "první kontakt přijatý jiným odborníkem",
        "022" => "úvodní konzultace",
        "023" => "čekání na úvodní konzultaci",
        "024" => "souhlas vyslovený do telefonu",
        "025" => "pomoc v krizi",
        "026" => "jiný druh služby",
        "027" => "anonymní poradenství",
        "028" => "jméno sdělené později",
        _ => return None,
    })
}

fn agreement(number: &str) -> Option<&'static str> {
    Some(match number {
        "011" => "rovnost obou stran smlouvy",
        "012" => "služba podle smlouvy",
        "013" => "podpis a zastoupení",
        "014" => "srozumitelná smlouva",
        "029" => "zhodnocení do týdne",
        "030" => "zhodnocení více odborníků",
        "032" => "určení klíčového pracovníka",
        "034" => "předání případu",
        "044" => "změna zakázky",
        "047" => "základní informace",
        "048" => "hlavní zásady",
        "049" => "objednávka, očekávání a zakázka",
        "050" => "co služba může a nemůže",
        "051" => "podpis informovaného souhlasu",
        "052" => "písemný souhlas",
        "059" => "omezená spolupráce s pracovníkem",
        "080" | "081" => "informace o případové spolupráci",
        "082" => "souhlas nebo nesouhlas",
        "102" => "okruh osob služby",
        _ => return None,
    })
}

fn together(number: &str) -> Option<&'static str> {
    Some(match number {
        "065" | "067" => "případová spolupráce",
        "066" => "kdo do případu vstupuje",
        "070" => "návrh týmu a rozhodnutí klienta",
        "071" => "zapojení klienta",
        "072" => "kdo případ vede",
        "074" => "porada dvou služeb",
        "075" => "přizvání peer mentora",
        "076" => "výstup z porady",
        "077" => "interní zápis z porady",
        "078" => "výstup z porady do složky",
        "079" => "hodnocení cíle z porady",
        "133" => "fáze případové spolupráce",
        "134" => "potřeba, na kterou člen týmu odpovídá",
        _ => return None,
    })
}

fn sharing(number: &str) -> Option<&'static str> {
    Some(match number {
        "061" => "účast nebo sdílení ze zákona",
        "073" => "služby se nepřekrývají",
        "083" => "rozhodnutí klienta o sdílení",
        "084" => "odvolání souhlasu",
        "085" | "086" => "souhlas se sdílením",
        "087" => "sdílení konkrétní informace",
        "088" => "kontakt z ústavu nebo konzultace",
        "089" => "písemný souhlas s předáním",
        "090" | "091" => "předávané údaje",
        "092" => "jmenovaní příjemci",
        "093" => "věta o předání v dokumentaci",
        "094" => "poučení o případové spolupráci",
        "095" => "žádost o převzetí části zakázky",
        "096" => "kapacita druhé služby",
        "097" => "část zakázky na poradě",
        "098" => "řešeno ve spolupráci",
        "099" | "100" | "101" => "nabídka druhé služby",
        "103" => "předání kontaktu na jinou službu",
        "104" | "105" | "106" => "konzultace peer mentora",
        "107" | "108" => "poznámka a zpráva peer mentora",
        "124" => "totéž se nezjišťuje dvakrát",
        _ => return None,
    })
}

fn planning(number: &str) -> Option<&'static str> {
    Some(match number {
        "015" => "plán sestavený s klientem",
        "016" => "povinnost plánovat",
        "017" => "způsob plánování a poslání služby",
        "018" => "hodnocení spolupráce",
        "053" => "kdy je potřeba plán",
        "054" => "plán po šesti návštěvách",
        "126" => "čas skončit",
        "127" => "silné stránky",
        "141" => "záznam o průběhu",
        "142" => "potřeby bez cíle",
        "143" => "práce se změnou",
        _ => return None,
    })
}

/// The ground of an entry that names rules: „ “ in words; none where it names something else.
pub fn named(ground: &str) -> Option<Cow<'static, str>> {
    let words: Option<Vec<&str>> = ground.split(", ").map(subject).collect();
    match words?.as_slice() {
        [one] => Some(Cow::Borrowed(one)),
        all => Some(Cow::Owned(all.join(", "))),
    }
}

/// „Důvod (potřeby bez cíle): klientka nechce“; a rule without words is left out.
pub fn reason(code: &str, reason: &str) -> String {
    subject(code).map_or_else(|| format!("Důvod: {reason}"), |subject| format!("Důvod ({subject}): {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::coded::Coded;
    use rules::rule::Rule;

    #[test]
    fn every_rule_that_is_answered_by_a_reason_has_its_words() {
        for rule in Rule::ALL {
            assert!(subject(rule.code()).is_some(), "{rule:?}");
        }
    }

    #[test]
    fn a_ground_of_several_rules_is_said_whole_and_a_section_of_an_act_says_itself() {
        assert_eq!(named("R-029, R-030").as_deref(), Some("zhodnocení do týdne, zhodnocení více odborníků"));
        assert_eq!(named("§ 88 písm. f)"), None);
        assert_eq!(reason("r142", "klientka nechce"), "Důvod (potřeby bez cíle): klientka nechce");
        assert_eq!(reason("x", "proto"), "Důvod: proto");
    }
}
