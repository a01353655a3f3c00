//! The commands about the journal, with the real program: a key, checkpoints, what `verify` says when they are compared.

use super::commands::{Data, mode, said, started, stop, to_the_end};
use klubko::kernel::db::{Connection, Place};
use klubko::params;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

struct Kept {
    data: Data,
    outside: Data,
}

impl Kept {
    /// A town of a few sign-ins, and a place elsewhere for the key and the checkpoints.
    fn new() -> Self {
        let kept = Self { data: Data::new(), outside: Data::new() };
        let demo = ["demo", "--json", "--listen", "127.0.0.1:0", "--data", kept.data.path()];
        stop(started(&demo, 1).0);
        for _ in 0..3 {
            let made = to_the_end(&["user", "reset-password", "zkusma", "--data", kept.data.path()]);
            assert!(made.status.success(), "{}", said(&made));
        }
        kept
    }

    fn key(&self) -> PathBuf {
        self.outside.0.join("keys/checkpoint.key")
    }

    fn folder(&self) -> PathBuf {
        self.outside.0.join("checkpoints")
    }

    fn checkpoint(&self) -> String {
        let (key, out) = (self.key(), self.folder());
        let words = ["checkpoint", "--data", self.data.path(), "--key", word(&key), "--out", word(&out)];
        said(&to_the_end(&words))
    }

    fn verify(&self, more: &[&str]) -> (bool, String) {
        let output = to_the_end(&[&["verify", "--data", self.data.path()], more].concat());
        (output.status.success(), said(&output))
    }

    fn tamper(&self, sql: &'static str) {
        let writer = Connection::open_writer(&Place::File(self.data.0.join("klubko.db"))).unwrap();
        writer.plant(|plant| plant(sql, params![])).unwrap();
    }
}

fn word(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn after<'t>(text: &'t str, word: &str) -> &'t str {
    text.split(word).nth(1).unwrap_or_else(|| panic!("{word}: {text}")).lines().next().unwrap()
}

#[test]
fn a_checkpoint_carried_away_shows_a_cut_tail_and_a_rewritten_one() {
    let kept = Kept::new();
    let told = kept.checkpoint();
    assert!(told.contains("a new key") && !kept.checkpoint().contains("a new key"), "{told}");
    assert_eq!((mode(&kept.key()), mode(&kept.folder().join("checkpoint-3.json"))), (0o600, 0o644), "{told}");
    let (fingerprint, public_key) = (after(&told, "\nkey "), after(&told, "public key "));
    let folder = kept.folder();
    for key in [fingerprint, public_key] {
        let (is_sound, told) = kept.verify(&["--checkpoint", word(&folder), "--public-key", key]);
        assert!(is_sound && told.contains("checkpoint 3 of") && told.contains("checkpoint 4 of"), "{told}");
    }
    let hash = after(&told, "of 3, ");
    assert!(kept.verify(&["--anchor", &format!("3:{hash}")]).0);
    assert!(!kept.verify(&["--anchor", &format!("2:{hash}")]).0);
    let (is_sound, told) = kept.verify(&["--checkpoint", word(&folder), "--public-key", "00"]);
    assert!(!is_sound && told.contains("another key"), "{told}");
    kept.tamper("delete from journal where seq > 2");
    assert!(kept.verify(&[]).0, "without an anchor a cut tail is not found");
    let (is_sound, told) = kept.verify(&["--checkpoint", word(&folder)]);
    assert!(!is_sound && told.contains("entry 3: the journal ends before"), "{told}");
    assert!(kept.checkpoint().contains("does not hold checkpoint-4.json"));
}

#[test]
fn a_key_beside_the_data_or_open_to_others_and_a_changed_checkpoint_are_refused() {
    use std::os::unix::fs::PermissionsExt;
    let kept = Kept::new();
    let inside = kept.data.0.join("checkpoint.key");
    let told = said(&to_the_end(&["checkpoint", "--data", kept.data.path(), "--key", word(&inside)]));
    assert!(told.contains("lies in the data folder") && !inside.exists(), "{told}");
    kept.checkpoint();
    let file = kept.folder().join("checkpoint-3.json");
    let changed = std::fs::read_to_string(&file).unwrap().replace("\"entries\": 3", "\"entries\": 4");
    std::fs::write(&file, changed).unwrap();
    let (is_sound, told) = kept.verify(&["--checkpoint", word(&file)]);
    assert!(!is_sound && told.contains("the signature is not true"), "{told}");
    std::fs::set_permissions(kept.key(), std::fs::Permissions::from_mode(0o640)).unwrap();
    assert!(kept.checkpoint().contains("chmod 600"));
    let key = kept.key();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--data", kept.data.path(), "--checkpoint-key", word(&key)];
    assert!(said(&to_the_end(&serve)).contains("chmod 600"));
}

#[test]
fn a_house_that_serves_with_a_key_makes_its_first_checkpoint_at_once() {
    let kept = Kept::new();
    kept.checkpoint();
    let fresh = Data::new();
    let (key, out) = (kept.key(), kept.outside.0.join("of-the-house"));
    let serve = ["serve", "--listen", "127.0.0.1:0", "--data", fresh.path(), "--checkpoint-key", word(&key)];
    let (child, _) = started(&[&serve[..], &["--checkpoints", word(&out)]].concat(), 1);
    let since = Instant::now();
    while !out.join("checkpoint-1.json").exists() && since.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
    }
    stop(child);
    let held = to_the_end(&["verify", "--data", fresh.path(), "--checkpoint", word(&out)]);
    assert!(held.status.success() && said(&held).contains("checkpoint 1 of"), "{}", said(&held));
}

#[test]
fn young_searches_keep_their_text_and_a_number_is_asked_for() {
    let kept = Kept::new();
    let erase = |days| to_the_end(&["journal", "erase-searches", "--older-than", days, "--data", kept.data.path()]);
    assert!(said(&erase("7")).contains("younger than 30 days"));
    assert!(erase("365").status.success() && said(&erase("365")).contains("0 texts"));
    assert!(kept.verify(&[]).0);
}
