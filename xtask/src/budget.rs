//! Budgets: crates in the lock file (design goal G2), bytes of styles and scripts that a page carries, packed. Unpacked
//! styles are weighed as they are sent, by a test of `klubko/src/kernel/assets.rs`.

use crate::place;
use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

const CRATES_WITHOUT_PAPER: usize = 250;
const CRATES: usize = 450;
/// The system's TLS stays out: what we encrypt, we encrypt with rustls.
const BANNED: [&str; 3] = ["openssl-sys", "openssl", "native-tls"];
const CSS_PACKED: usize = 8_000;
const JS_PACKED: usize = 15_000;

/// Who needs whom, by package id; development dependencies left out.
struct Crates {
    needs: BTreeMap<String, Vec<String>>,
    names: BTreeMap<String, String>,
}

impl Crates {
    fn read(metadata: &Value) -> Result<Self> {
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let list = |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let packages = list(metadata, "packages");
        let names = packages.iter().filter_map(|it| Some((text(it, "id")?, text(it, "name")?))).collect();
        let resolve = metadata.get("resolve").context("no resolve in the metadata")?;
        let of_product = |dependency: &&Value| {
            list(dependency, "dep_kinds").iter().any(|kind| text(kind, "kind").as_deref() != Some("dev"))
        };
        let mut needs = BTreeMap::new();
        for node in list(resolve, "nodes") {
            let id = text(&node, "id").context("a node without an id")?;
            let of_node = list(&node, "deps");
            needs.insert(id, of_node.iter().filter(of_product).filter_map(|it| text(it, "pkg")).collect());
        }
        Ok(Self { needs, names })
    }

    /// The crates that `root` needs, itself among them; branches that begin with `without` are not walked.
    fn under(&self, root: &str, without: &str) -> BTreeSet<&str> {
        let named = |id: &&String| self.names.get(*id).is_some_and(|name| name == root);
        let mut open: Vec<&String> = self.names.keys().filter(named).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            let name = self.names.get(id).map_or("", String::as_str);
            if name != without && seen.insert(id.as_str()) {
                open.extend(self.needs.get(id).into_iter().flatten());
            }
        }
        seen
    }
}

pub fn crates() -> Result<()> {
    let out = place::cargo().args(["metadata", "--format-version", "1", "--locked"]).output()?;
    ensure!(out.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&out.stderr));
    let crates = Crates::read(&serde_json::from_slice(&out.stdout)?)?;
    let without_paper = crates.under("klubko", "paper").len();
    let all = crates.under("klubko", "");
    println!("klubko needs {} crates, without paper {without_paper}", all.len());
    ensure!(without_paper <= CRATES_WITHOUT_PAPER, "at most {CRATES_WITHOUT_PAPER} without paper");
    ensure!(all.len() <= CRATES, "at most {CRATES}");
    let banned = |id: &&str| crates.names.get(*id).is_some_and(|name| BANNED.contains(&name.as_str()));
    ensure!(!all.iter().any(banned), "one of {BANNED:?} came in: cargo tree -i tells who brings it");
    Ok(())
}

pub fn pages() -> Result<()> {
    let folder = place::root().join("klubko").join("static");
    let (css, js) = (joined(&folder, "css")?, joined(&folder, "js")?);
    let (css_packed, js_packed) = (packed(&css)?, packed(&js)?);
    println!("styles packed {css_packed} B; scripts packed {js_packed} B");
    ensure!(css_packed <= CSS_PACKED, "styles: at most {CSS_PACKED} B packed");
    ensure!(js_packed <= JS_PACKED, "scripts: at most {JS_PACKED} B packed");
    Ok(())
}

/// All files of a kind under a folder, one after another.
fn joined(folder: &Path, kind: &str) -> Result<Vec<u8>> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == kind) {
                files.push(path);
            }
        }
    }
    files.sort();
    files.iter().try_fold(Vec::new(), |mut all, file| {
        all.extend(std::fs::read(file)?);
        Ok(all)
    })
}

fn packed(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const METADATA: &str = r#"{
      "packages": [{"id": "k", "name": "klubko"}, {"id": "p", "name": "paper"}, {"id": "t", "name": "typst"},
                   {"id": "a", "name": "axum"}, {"id": "x", "name": "proptest"}],
      "resolve": {"nodes": [
        {"id": "k", "deps": [{"pkg": "p", "dep_kinds": [{"kind": null}]}, {"pkg": "a", "dep_kinds": [{"kind": null}]},
                             {"pkg": "x", "dep_kinds": [{"kind": "dev"}]}]},
        {"id": "p", "deps": [{"pkg": "t", "dep_kinds": [{"kind": null}]}]},
        {"id": "t", "deps": []}, {"id": "a", "deps": []}, {"id": "x", "deps": []}]}}"#;

    #[test]
    fn what_only_paper_brings_and_what_only_tests_need_is_told_apart() {
        let crates = Crates::read(&serde_json::from_str(METADATA).unwrap()).unwrap();
        assert_eq!(crates.under("klubko", "paper").into_iter().collect::<Vec<_>>(), ["a", "k"]);
        assert_eq!(crates.under("klubko", "").into_iter().collect::<Vec<_>>(), ["a", "k", "p", "t"]);
    }
}
