//! What an agreement is and what the signature does, said to the one who signs it in each of the four ways.

use crate::signing::Told;

/// With the consent to the processing of data in one paper.
pub(super) const INFORMED_CONSENT: Told<&[&str]> = Told {
    cs: &[
        "Toto je smlouva o tom, s čím vám služba pomůže a jak. Říká také, jak zachází s vašimi údaji.",
        "Podpisem smlouvu uzavřete. Ukončit ji můžete kdykoli a bez udání důvodu; i souhlas s údaji můžete odvolat.",
    ],
    easy: &[
        "Tohle je smlouva. Je v ní, s čím vám pomůžeme a jak. Je v ní také, co si o vás píšeme.",
        "Když se podepíšete, smlouva platí. Můžete ji kdykoli zrušit. Nemusíte říkat proč. Můžete nám i zakázat psát si vaše údaje.",
    ],
    uk: &[
        "Це договір про те, з чим і як вам допоможе служба. У ньому також сказано, як служба поводиться з вашими даними.",
        "Підписом ви укладаєте договір. Припинити його можна будь-коли й без пояснення причин; згоду на обробку даних теж можна відкликати.",
    ],
    en: &[
        "This is an agreement about what the service will help you with and how. It also says how your data are handled.",
        "By signing you conclude it. You can end it at any time without giving a reason; you can withdraw the consent to data as well.",
    ],
};

pub(super) const AGREEMENT: Told<&[&str]> = Told {
    cs: &[
        "Toto je smlouva o tom, s čím vám služba pomůže a jak. Říká také, co je povinností služby a co vaší.",
        "Podpisem smlouvu uzavřete. Jak ji můžete ukončit, stojí v textu.",
    ],
    easy: &[
        "Tohle je smlouva. Je v ní, s čím vám pomůžeme a jak. Je v ní také, co musíme dělat my a co vy.",
        "Když se podepíšete, smlouva platí. V textu je napsané, jak se dá zrušit.",
    ],
    uk: &[
        "Це договір про те, з чим і як вам допоможе служба. У ньому також сказано, що має робити служба, а що ви.",
        "Підписом ви укладаєте договір. Як його припинити, сказано в тексті.",
    ],
    en: &[
        "This is an agreement about what the service will help you with and how. It also says what the service must do and what you must do.",
        "By signing you conclude it. How you can end it stands in the text.",
    ],
};

/// True as it stands: basic counselling is everybody's, and a text can be prepared anew (§ 37(2) of 108/2006).
pub(super) const IF_REFUSED: Told<&str> = Told {
    cs: "Obě odpovědi jsou v pořádku. Když nesouhlasíte, smlouvu teď neuzavřeme; o základní poradenství tím nepřijdete \
         a text spolu můžeme upravit.",
    easy: "Můžete říct ano i ne. Obojí je v pořádku. Když řeknete ne, smlouva nebude. Poradit vám můžeme dál. Text spolu \
           můžeme změnit.",
    uk: "Обидві відповіді прийнятні. Якщо ви не погоджуєтеся, договору зараз не буде; право на основну консультацію ви не \
         втрачаєте, а текст ми можемо разом змінити.",
    en: "Both answers are all right. If you do not agree, there will be no agreement now; you do not lose basic counselling, \
         and we can change the text together.",
};
