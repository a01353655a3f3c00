//! The texts that papers begin with, until a service writes its own (texts 6.7; legal review belongs to the provider).

/// The informed consent as the house brings it.
pub const STARTER_CONSENT: &str = "\
# Co mi služba vysvětlila

Služba {služba} mi srozumitelně vysvětlila, co dělá a komu je určena, jaké má poslání, cíle, zásady a metody, jaká jsou \
moje práva a povinnosti, jak zachází s důvěrnými informacemi, jak služba probíhá, jak ji mohu ukončit a komu si mohu \
stěžovat.

# Na čem jsme se dohodli

Dohodli jsme se na zakázce: ‚{zakázka}‘.

Služba mi může pomoci s: {může}.

Nemůže: {nemůže}.

Službu poskytuje {forma}, místo {místo}, čas {čas}, rozsah {rozsah}, {úhrada}.

Smlouva platí {platnost}. Mohu ji kdykoli ukončit bez udání důvodu; služba ji může ukončit jen z důvodů, které stojí \
v Pravidlech.

# Osobní údaje

Souhlasím s tím, aby služba zpracovávala moje osobní údaje v rozsahu, který k pomoci potřebuje. Vím, že souhlas mohu \
odvolat a že záznamy, které jí ukládá zákon, zůstanou.

Podpisem je smlouva uzavřena a stávám se klientem služby.";

/// The information sheet as the house brings it; a heading is a code of `rules::agreement::InformationItem`, and what
/// the service's profile knows (mission, target group) comes from there.
pub const STARTER_SHEET: &str = "\
# activity

Pomáháme lidem v nepříznivé sociální situaci: nasloucháme, radíme a hledáme s Vámi cestu, kterou si sami zvolíte. \
Základní sociální poradenství je vždy bez úhrady.

# methods

Pracujeme rozhovorem a poradenstvím, v klidu a za zavřenými dveřmi. Podle Vaší zakázky přizveme kolegy, které potřebujete.

# basic_rules

Přicházíte dobrovolně. Na schůzku, kterou nestihnete, dejte prosím vědět předem.

# rights_and_duties

Máte právo:
- vidět, co o Vás zapisujeme, a žádat opravu
- nechat si poradit beze jména
- kdykoli službu ukončit
- stěžovat si, aniž by Vám to ublížilo

Zachovejte prosím mlčení o druhých, které u nás potkáte.

# confidentiality

O tom, co nám řeknete, mlčíme. Výjimky zná jen zákon: například povinnost oznámit ohrožení dítěte nebo některé trestné \
činy. Kdo do Vaší složky nahlédl, Vám na požádání vytiskneme.

# course_of_service

Začínáme úvodní konzultací. Potom se dohodneme, na čem budeme pracovat, a podepíšeme informovaný souhlas.

# ending

Službu můžete ukončit kdykoli, bez udání důvodu, ústně i písemně.

# complaints

Stěžovat si můžete komukoli z nás, vedoucí nebo vedoucímu služby, organizaci nebo krajskému úřadu; ústně, písemně \
i beze jména.";

/// The written or oral agreement with all that § 91(2) orders, and rights and duties of both parties.
pub const STARTER_AGREEMENT: &str = "\
# Smluvní strany

Poskytovatel: {poskytovatel}, služba {služba}.

Klient: {klient}. Obě strany mají rovné postavení.

# Na čem jsme se dohodli

Druh služby: {druh}, forma: {forma}.

Zakázka slovy klienta: ‚{zakázka}‘. Z ní vychází sjednaný rozsah.

Rozsah: {rozsah}.

Místo: {místo}. Čas: {čas}.

Úhrada: {úhrada}.

Služba může pomoci s: {může}. Nemůže: {nemůže}.

# Práva a povinnosti obou stran

Poskytovatel: {povinnosti poskytovatele}.

Klient: {povinnosti klienta}.

{pravidla}.

O tom, co se služba dozví, mlčí. Výjimky zná jen zákon. Stěžovat si klient může kterémukoli pracovníkovi, vedoucí nebo \
vedoucímu služby, organizaci nebo krajskému úřadu.

# Ukončení

{výpověď}.

Výpovědní doba klienta: {výpovědní doba klienta}. Výpovědní doba poskytovatele: {výpovědní doba poskytovatele}.

# Platnost

Smlouva platí {platnost}.

{vysvětlení}";

/// An amendment: only what changes.
pub const STARTER_AMENDMENT: &str = "\
Poskytovatel {poskytovatel}, služba {služba}, a klient {klient} se dohodli na změně smlouvy o poskytnutí sociální služby \
uzavřené dne {den smlouvy}.

# Co se mění

{změny}

Změna platí od {platí od}. Ostatní ujednání smlouvy zůstávají.

{vysvětlení}";

/// The notice of refusal (§ 91): the reason, the day, the provider, and nothing more.
pub const STARTER_REFUSAL_NOTICE: &str = "\
Na Vaši žádost ze dne {den žádosti} Vám sdělujeme, že s Vámi nemůžeme uzavřít smlouvu o poskytnutí sociální služby \
{služba} ({druh}), a to z důvodu uvedeného v {ustanovení}: {důvod}.

O odmítnutí jsme rozhodli dne {den odmítnutí}.

{pořadník}";

/// By what criteria a free place is offered.
pub const STARTER_WAITING_LIST: &str = "\
Do pořadníku zařazujeme zájemce, pro které teď nemáme volné místo. Pořadí určuje den zařazení. Přednost má zájemce, \
kterému hrozí ztráta bydlení, násilí nebo odebrání dítěte. Uvolní-li se místo, nabídneme je prvnímu v pořadí a počkáme \
na odpověď sedm dní.";

/// What a service makes public about case management.
pub const STARTER_CASE_MANAGEMENT: &str = "\
Když Vaše situace zasahuje do více oblastí, můžeme na jejím řešení spolupracovat s dalšími službami a institucemi. \
Říkáme tomu případová spolupráce (case management).

- Spolupracujeme jen s Vaším souhlasem a jen v tématech, která sami určíte. Nesouhlas nemá vliv na poskytování služby.
- Službu {služba} vede Váš klíčový pracovník; on je za Vás v kontaktu s ostatními.
- Předáváme jen jednotlivé informace potřebné ke sjednanému účelu. Celou dokumentaci nepředáváme nikomu.
- Souhlas má témata, rozsah, účel a dobu platnosti a můžete jej kdykoli odvolat.
- Návrhy, které z porad vzejdou, můžete přijmout, upravit nebo odmítnout.

Údaje zpracovává {poskytovatel}. Podrobnosti najdete v Pravidlech poskytování sociální služby {služba}.";

/// The consent to case management; {směr}, {témata} and {platnost} are whole sentences.
pub const STARTER_COOPERATION: &str = "\
Byl/a jsem srozumitelně informován/a o možnosti případové spolupráce (case managementu) mezi službami {služba} a \
{druhá služba}.

{směr}

{témata}

Rozsah informací: {rozsah}.

Účel: {účel}.

{platnost}

Vím, že služby si nepředávají celou dokumentaci a že souhlas mohu kdykoli odvolat; poskytování služby tím není podmíněno.";

/// The statement of interest in the words of the methodology, with the purpose of the data on health.
pub const STARTER_HANDOVER: &str = "\
Souhlasím s tím, aby služba {služba} zapsala a předala tyto údaje: {rozsah}.

Účel: {účel}.

Mám zájem o službu {druhá služba}. V této souvislosti souhlasím s předáním výše uvedených údajů do služby \
{druhá služba} (zastoupené pracovníky {pracovníci}).

{platnost}

Vím, že nikdo jiný údaje nedostane a že souhlas mohu kdykoli odvolat; poskytování služby tím není podmíněno.";

/// The consent to inviting somebody from outside.
pub const STARTER_THIRD_PARTY: &str = "\
Služba mi vysvětlila, proč by bylo dobré přizvat: {koho}.

{témata}

Rozsah informací: {rozsah}.

Účel: {účel}.

{platnost}

Vím, že souhlas mohu kdykoli odvolat; poskytování služby tím není podmíněno.";

/// The consent of a parent to a child's part.
pub const STARTER_CHILD: &str = "\
Souhlas se týká účasti dítěte: {dítě}.

Čeho se bude účastnit: {rozsah}.

Účel: {účel}.

{platnost}

Vím, že souhlas mohu kdykoli odvolat. Dítě se ptáme také a jeho „ne“ respektujeme.";
