//! What came back, and what can be read from it.

#[derive(Clone, Debug)]
pub struct Heard {
    pub status: u16,
    pub location: String,
    pub cookie: Option<String>,
    pub headers: Vec<(String, String)>,
    pub bytes: Vec<u8>,
}

impl Heard {
    pub fn body(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The page's text without tags, no-break spaces as spaces, white space folded: for reading sentences.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for letter in self.body().chars() {
            match letter {
                '<' => (inside, text) = (true, text + " "),
                '>' => inside = false,
                _ if !inside => text.push(letter),
                _ => {}
            }
        }
        let text = text.replace('\u{a0}', " ").replace("&#34;", "\"").replace("&#39;", "'").replace("&amp;", "&");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn says(&self, sentence: &str) -> bool {
        self.text().contains(sentence)
    }

    /// Fails with the page when it does not say the sentence.
    pub fn must_say(&self, sentence: &str) -> &Self {
        assert!(self.says(sentence), "„{sentence}“ is not on the page ({}): {}", self.status, self.text());
        self
    }

    pub fn must_not_say(&self, sentence: &str) -> &Self {
        assert!(!self.says(sentence), "„{sentence}“ is on the page: {}", self.text());
        self
    }

    pub fn must_be(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "to {:?}: {}", self.location, self.text());
        self
    }

    /// The hidden inputs of the first form whose action is `action`, as they stand.
    pub fn hidden(&self, action: &str) -> Vec<(String, String)> {
        let body = self.body();
        let start =
            body.find(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("no form {action}: {}", self.text()));
        let form = &body[start..];
        let form = &form[..form.find("</form>").unwrap_or(form.len())];
        let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
        inputs
            .map(|input| {
                let (name, rest) = input.split_once('"').unwrap();
                let value = rest.split_once("value=\"").unwrap().1.split_once('"').unwrap().0;
                (name.to_owned(), value.replace("&amp;", "&").replace("&#34;", "\"").replace("&#39;", "'"))
            })
            .collect()
    }

    /// The first address on the page that begins with `start` and ends with `end`.
    pub fn address(&self, start: &str, end: &str) -> String {
        let body = self.body();
        let places = ["href=\"", "action=\""];
        let found = places.iter().flat_map(|place| body.split(place).skip(1)).filter_map(|rest| rest.split('"').next());
        let mut found = found.filter(|address| address.starts_with(start) && address.ends_with(end));
        found
            .next()
            .unwrap_or_else(|| panic!("no address {start}…{end}: {}", self.text()))
            .replace("&#38;", "&")
            .replace("&amp;", "&")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
}
