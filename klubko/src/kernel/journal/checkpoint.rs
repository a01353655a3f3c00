//! Checkpoints: how far the journal has come, signed with the house's key (Ed25519). Kept where the administrator of
//! the machine cannot reach, one proves later that nothing up to it was cut off or rewritten. For the data protection
//! officer and `klubko verify`; the bytes are documented in `docs/guides/journal.md`.

use super::verify::Anchor;
use crate::kernel::db::{Result, Unit};
use crate::record;
use ed25519_compact::{KeyPair, PublicKey, Seed, Signature};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const FORMAT: i64 = 1;
const SIGNED_AS: &[u8] = b"klubko checkpoint 1";
const KEY_FILE: &str = "klubko checkpoint key 1";

/// How far a provider's journal has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Nobody's while the house is not set up.
    pub provider: Uuid,
    /// The last entry and its hash.
    pub seq: i64,
    pub hash: Vec<u8>,
    pub entries: i64,
    /// When it was made, in milliseconds.
    pub at: i64,
}

impl Checkpoint {
    /// Of the journal as it is; none while it is empty.
    pub fn of(unit: &Unit, at: i64) -> Result<Option<Self>> {
        record! { struct Head { seq: i64, hash: Vec<u8>, entries: i64 } }
        const HEAD: &str = "
            select seq, hash, (select count(*) from journal) as entries from journal order by seq desc limit 1";
        let head: Option<Head> = unit.first(HEAD, &[])?;
        let provider = provider_of(unit)?;
        Ok(head.map(|Head { seq, hash, entries }| Self { provider, seq, hash, entries, at }))
    }

    /// What is signed: every field preceded by its length.
    fn bytes(&self) -> Vec<u8> {
        let (seq, entries, at) = (self.seq.to_be_bytes(), self.entries.to_be_bytes(), self.at.to_be_bytes());
        let fields: [&[u8]; 5] = [self.provider.as_bytes(), &seq, &self.hash, &entries, &at];
        let mut bytes = SIGNED_AS.to_vec();
        for field in fields {
            bytes.extend((field.len() as u32).to_be_bytes());
            bytes.extend(field);
        }
        bytes
    }
}

/// Whose journal it is; nobody's while the house is not set up.
pub fn provider_of(unit: &Unit) -> Result<Uuid> {
    record! { struct Provider { id: Uuid } }
    let provider: Option<Provider> = unit.first("select id from provider", &[])?;
    Ok(provider.map_or(Uuid::nil(), |provider| provider.id))
}

/// The house's secret key. It lives in a file of its own, never in the database, and no message shows it.
pub struct Key(KeyPair);

impl Key {
    /// By chance, from the same source as the tokens of sessions.
    pub fn new() -> Self {
        let chance = (0..4).fold(Sha256::new(), |sum, _| sum.chain_update(Uuid::new_v4().as_bytes()));
        Self::of_seed(chance.finalize().into())
    }

    fn of_seed(seed: [u8; 32]) -> Self {
        Self(KeyPair::from_seed(Seed::new(seed)))
    }

    /// What stands in its file.
    pub fn to_file(&self) -> String {
        format!("{KEY_FILE}\n{}\n", hex(self.0.sk.seed().as_ref()))
    }

    pub fn from_file(text: &str) -> Option<Self> {
        let seed = unhex(text.strip_prefix(KEY_FILE)?.trim())?;
        Some(Self::of_seed(seed.try_into().ok()?))
    }

    pub fn sign(&self, checkpoint: Checkpoint) -> Signed {
        let signature = self.0.sk.sign(checkpoint.bytes(), None).to_vec();
        Signed { checkpoint, public_key: self.0.pk.to_vec(), signature }
    }
}

impl Default for Key {
    fn default() -> Self {
        Self::new()
    }
}

/// A checkpoint with its signature, as it is carried away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub checkpoint: Checkpoint,
    pub public_key: Vec<u8>,
    pub signature: Vec<u8>,
}

impl Signed {
    /// The signature is this key's over exactly these fields.
    pub fn is_true(&self) -> bool {
        let key = PublicKey::from_slice(&self.public_key);
        let signature = Signature::from_slice(&self.signature);
        matches!((key, signature), (Ok(key), Ok(signature)) if key.verify(self.checkpoint.bytes(), &signature).is_ok())
    }

    /// The public key in short, for people: eight groups of four.
    pub fn fingerprint(&self) -> String {
        let digits = hex(&Sha256::digest(&self.public_key));
        let groups: Vec<&str> = (0..8).filter_map(|nth| digits.get(nth * 4..nth * 4 + 4)).collect();
        groups.join(" ")
    }

    /// Signed with the key that somebody names, by its fingerprint or whole.
    pub fn is_signed_with(&self, named: &str) -> bool {
        let named = named.split_whitespace().collect::<String>().to_lowercase();
        named == self.fingerprint().replace(' ', "") || named == hex(&self.public_key)
    }

    pub fn anchor(&self) -> Anchor {
        Anchor { seq: self.checkpoint.seq, hash: self.checkpoint.hash.clone() }
    }

    pub fn to_json(&self) -> String {
        let Checkpoint { provider, seq, hash, entries, at } = &self.checkpoint;
        let (hash, public_key, signature) = (hex(hash), hex(&self.public_key), hex(&self.signature));
        let checkpoint = json!({
            "format": FORMAT, "provider": provider.to_string(), "seq": seq, "hash": hash, "entries": entries, "at": at,
            "public_key": public_key, "signature": signature,
        });
        format!("{checkpoint:#}\n")
    }

    /// None if it is not a checkpoint at all; whether it is true is another question.
    pub fn parse(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json).ok()?;
        let number = |name: &str| value.get(name)?.as_i64();
        let text = |name: &str| value.get(name)?.as_str();
        let bytes = |name: &str| unhex(text(name)?);
        let checkpoint = Checkpoint {
            provider: text("provider")?.parse().ok()?,
            seq: number("seq").filter(|seq| *seq > 0)?,
            hash: bytes("hash")?,
            entries: number("entries")?,
            at: number("at")?,
        };
        let signed = Self { checkpoint, public_key: bytes("public_key")?, signature: bytes("signature")? };
        (number("format")? == FORMAT).then_some(signed)
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn unhex(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok().filter(|two| two.len() == 2)?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn checkpoint() -> Checkpoint {
        let hash = unhex("677f235c6da1289b5a6b2f937146e005f0cd59508d278584e3d159018faa5502").unwrap();
        Checkpoint { provider: Uuid::from_u128(7), seq: 1, hash, entries: 1, at: 1_772_546_400_000 }
    }

    /// The example of docs/guides/journal.md, computed apart from this program.
    #[test]
    fn the_example_of_the_guide_has_the_bytes_and_the_signature_that_stand_there() {
        let signed = Key::of_seed([1; 32]).sign(checkpoint());
        assert_eq!(hex(&signed.public_key), "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c");
        assert_eq!(
            hex(&Sha256::digest(signed.checkpoint.bytes())),
            "1951186b0fc09a3f19f7bfb1c4e31ec739bb8dffaf41bbddf5def89a8c9d74cf"
        );
        assert_eq!(
            hex(&signed.signature),
            "3f8df804d216b454a1809d5317f04e345a78c6099bed643cfccd91533e5b33ce0fb5d64bcd8f0c86ff4f0ea2eb9481563b0ff1e3d161e96b655196b74138150a"
        );
        assert_eq!(signed.fingerprint(), "3475 0f98 bd59 fcfc 946d a45a aabe 933b");
    }

    #[test]
    fn a_checkpoint_read_back_is_the_same_and_a_changed_one_is_not_true() {
        let signed = Key::new().sign(checkpoint());
        let read = Signed::parse(&signed.to_json()).unwrap();
        assert!(read == signed && read.is_true() && read.is_signed_with(&signed.fingerprint()));
        for changed in [
            Signed { checkpoint: Checkpoint { seq: 2, ..checkpoint() }, ..signed.clone() },
            Signed { checkpoint: Checkpoint { entries: 2, ..checkpoint() }, ..signed.clone() },
            Signed { checkpoint: Checkpoint { at: 0, ..checkpoint() }, ..signed.clone() },
            Signed { checkpoint: Checkpoint { provider: Uuid::nil(), ..checkpoint() }, ..signed.clone() },
            Signed { checkpoint: Checkpoint { hash: vec![0; 32], ..checkpoint() }, ..signed.clone() },
            Signed { public_key: Key::new().sign(checkpoint()).public_key, ..signed.clone() },
            Signed { signature: vec![0; 64], ..signed.clone() },
        ] {
            assert!(!changed.is_true(), "{changed:?}");
        }
        assert!(Signed::parse("{}").is_none() && Signed::parse("").is_none());
    }

    #[test]
    fn a_key_comes_back_from_its_file_and_nothing_else_is_a_key() {
        let key = Key::new();
        let again = Key::from_file(&key.to_file()).unwrap();
        assert_eq!(key.sign(checkpoint()), again.sign(checkpoint()));
        for text in ["", "klubko checkpoint key 1\n00\n", "klubko checkpoint key 1\nzz", "-----BEGIN"] {
            assert!(Key::from_file(text).is_none(), "{text}");
        }
    }
}
