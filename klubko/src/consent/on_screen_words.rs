//! What case management is and what the answer does, said to the one who decides in each of the four ways (R-080, R-137,
//!

use crate::signing::Told;

pub(super) const CASE_MANAGEMENT: Told<&[&str]> = Told {
    cs: &[
        "Případová spolupráce znamená, že si dvě naše služby smějí říct to, co je potřeba k řešení Vaší situace. Jen to, co stojí v textu.",
        "Celou dokumentaci si služby nepředávají. Souhlas můžete kdykoli odvolat, stačí nám to říct.",
    ],
    easy: &[
        "Ptáme se, jestli si o Vás smějí naše dvě služby něco říct. Jen to, co je tady napsané. Jen po dobu, která je tady napsaná.",
        "Celou Vaši složku druhá služba neuvidí. Když si to rozmyslíte, řekněte nám to. Hned přestaneme.",
    ],
    uk: &[
        "Спільна робота з випадком означає, що дві наші служби можуть повідомити одна одній те, що потрібно для вирішення вашої ситуації. Лише те, що написано в тексті.",
        "Усю документацію служби одна одній не передають. Згоду можна відкликати будь-коли, досить нам про це сказати.",
    ],
    en: &[
        "Working together on a case means that two of our services may tell each other what is needed to help in your situation. Only what stands in the text.",
        "The services do not pass on the whole documentation. You can withdraw the consent at any time; it is enough to tell us.",
    ],
};

/// True as it stands: the service is not conditioned by it.
pub(super) const IF_REFUSED: Told<&str> = Told {
    cs: "Obě odpovědi jsou v pořádku. Když nesouhlasíte, služby si nic neřeknou a pomoc od nás máte dál stejnou. Rozhodnout \
         jinak se můžete kdykoli.",
    easy: "Můžete říct ano i ne. Obojí je v pořádku. Když řeknete ne, druhé službě nic neřekneme. Pomáhat Vám budeme dál.",
    uk: "Обидві відповіді прийнятні. Якщо ви не погоджуєтеся, служби нічого одна одній не скажуть, а наша допомога вам \
         залишиться такою самою. Передумати можна будь-коли.",
    en: "Both answers are all right. If you do not agree, the services tell each other nothing and our help to you stays the \
         same. You can change your mind at any time.",
};
