//! The figures, each beside its bar.

use crate::client::Load;
use crate::jobs::{Measured, Yard};
use crate::raw::Looked;
use serde_json::{Value, json};

/// The page that does nothing must be this quick, or ratios to it say nothing.
const LEAST_BARE: f64 = 40_000.0;

pub struct Report {
    pub seeded_s: f64,
    pub folders: usize,
    pub first_page_ms: f64,
    pub commits: f64,
    pub bare: Load,
    pub jobs: Vec<Measured>,
    /// What was measured from outside of the process and against a tenth of the data.
    pub others: Vec<Bar>,
}

/// A figure and what it may be.
#[derive(Clone)]
pub struct Bar {
    name: String,
    value: f64,
    bar: f64,
    ok: bool,
}

impl Bar {
    pub fn most(name: impl Into<String>, value: f64, bar: f64) -> Self {
        Self { name: name.into(), value, bar, ok: value <= bar }
    }

    pub fn least(name: impl Into<String>, value: f64, bar: f64) -> Self {
        Self { name: name.into(), value, bar, ok: value >= bar }
    }
}

impl Report {
    fn share(&self, one: &Measured) -> f64 {
        one.load.per_second / if one.job.yard == Yard::Bare { one.bare } else { self.commits }
    }

    pub fn print(&self) {
        let seeded = format!("{} folders seeded in {:.1} s", self.folders, self.seeded_s);
        println!("{seeded}, start to first page {:.0} ms", self.first_page_ms);
        println!("raw durable commits, one thread: {:.0}/s", self.commits);
        println!("bare page: {:.0}/s, {} bytes", self.bare.per_second, self.bare.bytes);
        println!(
            "{:<24}{:>9}{:>11}{:>16}{:>16}{:>9}{:>17}",
            "job", "bytes", "requests/s", "of yard", "times raw", "p50 ms", "p99 ms"
        );
        for one in &self.jobs {
            let share = format!("{:.1} % (≥ {:.0})", self.share(one) * 100.0, one.job.share * 100.0);
            let times = match (one.times, one.job.times) {
                (Some(times), Some(bar)) => format!("{times:.2} (≤ {bar})"),
                _ => String::new(),
            };
            let (p50, p99) = (one.load.p50.as_secs_f64() * 1e3, one.load.p99.as_secs_f64() * 1e3);
            let p99 = format!("{p99:.1} (≤ {})", one.job.p99);
            let (name, bytes, many) = (one.job.name, one.load.bytes, one.load.per_second);
            println!("{name:<24}{bytes:>9}{many:>11.0}{share:>16}{times:>16}{p50:>9.2}{p99:>17}");
        }
        for Bar { name, value, bar, .. } in &self.others {
            println!("{name}: {value:.2} (bar {bar})");
        }
        if self.bare.per_second < LEAST_BARE {
            println!("the bare page did not reach {LEAST_BARE}/s: ratios to it are void in this run");
        }
        for Bar { name, value, bar, .. } in self.bars().iter().filter(|bar| !bar.ok) {
            println!("missed: {name}: {value:.3}, bar {bar}");
        }
    }

    /// The statements of every page: where to look when a bar is missed.
    pub fn print_statements(&self) {
        for one in &self.jobs {
            println!("\n{}", one.job.name);
            for Looked { took, sql, plan } in &one.statements {
                let words = sql.split_whitespace().collect::<Vec<_>>().join(" ");
                println!("{:>9.1} µs  {words}", took.as_secs_f64() * 1e6);
                plan.iter().for_each(|line| println!("               {line}"));
            }
        }
    }

    fn bars(&self) -> Vec<Bar> {
        let mut bars = vec![Bar::most("start to first page, ms", self.first_page_ms, 150.0)];
        for one in &self.jobs {
            let (share, p99) = (self.share(one), one.load.p99.as_secs_f64() * 1e3);
            let name = |what: &str| format!("{}: {what}", one.job.name);
            bars.push(Bar::least(name("share"), share, one.job.share));
            if let (Some(value), Some(bar)) = (one.times, one.job.times) {
                bars.push(Bar::most(name("times raw statements"), value, bar));
            }
            bars.push(Bar::most(name("p99 ms"), p99, one.job.p99));
        }
        bars.extend(self.others.iter().cloned());
        bars
    }

    pub fn json(&self) -> Value {
        let bars = self.bars().into_iter();
        let bars = bars.map(|one| json!({"name": one.name, "value": one.value, "bar": one.bar, "ok": one.ok}));
        let jobs = self.jobs.iter().map(|one| {
            json!({
                "name": one.job.name, "per_second": one.load.per_second, "bytes": one.load.bytes, "bare_per_second": one.bare,
                "p50_ms": one.load.p50.as_secs_f64() * 1e3, "p99_ms": one.load.p99.as_secs_f64() * 1e3,
                "processor_us": one.load.processor.as_secs_f64() * 1e6,
            })
        });
        json!({
            "folders": self.folders, "seeded_s": self.seeded_s, "first_page_ms": self.first_page_ms,
            "raw_commits_per_second": self.commits, "bare_per_second": self.bare.per_second,
            "bars": bars.collect::<Vec<_>>(), "jobs": jobs.collect::<Vec<_>>(),
        })
    }
}
