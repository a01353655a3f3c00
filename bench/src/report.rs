//! The figures, each beside its bar.

use crate::jobs::Measured;

pub fn print(measured: &[Measured], commits: f64) {
    println!("raw durable commits, one thread: {commits:.0}/s");
    println!("{:<28} {:>10} {:>9} {:>8} {:>8} {:>8}", "job", "requests/s", "of yard", "bar", "p50 ms", "p99 ms");
    for one in measured {
        let share = one.share(measured, commits);
        println!(
            "{:<28} {:>10.0} {:>8.1}% {:>7.0}% {:>8.2} {:>8.2}",
            one.name,
            one.load.per_second,
            share * 100.0,
            one.bar * 100.0,
            one.load.p50.as_secs_f64() * 1000.0,
            one.load.p99.as_secs_f64() * 1000.0
        );
    }
    let bare = measured.iter().find(|one| one.is_bare()).map_or(0.0, |one| one.load.per_second);
    if bare < 40_000.0 {
        println!("the bare page reached {bare:.0}/s, less than 40,000: ratios to it are void on this machine");
    }
}

pub fn json(measured: &[Measured], commits: f64) -> serde_json::Value {
    let bars: Vec<_> = measured
        .iter()
        .filter(|one| one.bar > 0.0)
        .map(|one| {
            let value = one.share(measured, commits);
            serde_json::json!({"name": one.name, "value": value, "bar": one.bar, "ok": value >= one.bar})
        })
        .collect();
    let jobs: Vec<_> = measured
        .iter()
        .map(|one| {
            serde_json::json!({
                "name": one.name, "per_second": one.load.per_second, "bytes": one.load.bytes,
                "p50_ms": one.load.p50.as_secs_f64() * 1000.0, "p99_ms": one.load.p99.as_secs_f64() * 1000.0,
            })
        })
        .collect();
    serde_json::json!({"raw_commits_per_second": commits, "bars": bars, "jobs": jobs})
}
