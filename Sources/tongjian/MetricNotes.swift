import FilingTable
import Filings
import Metrics

/// The choices and marks behind metrics, a line each: without them the numbers cannot be read.
struct MetricNotes {
    let choices: ResolvedChoices
    let language: Language

    /// Flags that occur (or those given), then the choices that had a part in the numbers.
    func lines(_ answer: MetricQuery.Answer, used: Value.Flags? = nil) -> [String] {
        let used = used ?? answer.series.flatMap(\.points).map(\.value).flags
        return used.notes(language) + words(answer).map { $0[language] }
    }

    private func words(_ answer: MetricQuery.Answer) -> [Words] {
        var seen: Set<String> = []
        let indicators = answer.series.map(\.indicator).filter { seen.insert($0.id).inserted }
        let comparisons = Set(answer.series.map(\.comparison.id))
        var words = [choices.geography(DistrictRegistry()).words]
        if answer.organsOutsidePanel > 0 {
            words.append(
                Words(
                    "固定机关以外 \(answer.organsOutsidePanel) 个未计",
                    "\(answer.organsOutsidePanel) organs outside the panel left out"))
        }
        if !answer.splitDistricts.isEmpty {
            let codes = answer.splitDistricts.joined(separator: ", ")
            words.append(Words("分拆后无单一承接区划、按原区划列示：\(codes)", "split among several, shown as reported: \(codes)"))
        }
        words += minimums(indicators)
        if !comparisons.isDisjoint(with: ["index-to-base", "compound-growth"]) {
            words.append(Words("基年 \(answer.baseYear)", "base year \(answer.baseYear)"))
        }
        if comparisons.contains("quantile-band") {
            words.append(Words("分位组 \(choices.options.bands) 组", "\(choices.options.bands) quantile bands"))
        }
        if comparisons.contains("proportion-difference") {
            words.append(Words("p 值已按 Benjamini–Hochberg 校正", "p corrected by Benjamini and Hochberg"))
        }
        if indicators.contains(where: { $0.formula.supplements.contains(.population) }) { words += sources }
        return words
    }

    /// The minimum denominators of rates, one line for all that share them.
    private func minimums(_ indicators: [Indicator]) -> [Words] {
        var groups: [(limits: Indicator.Minimums, names: [Words])] = []
        for indicator in indicators where indicator.isRatio || indicator.formula.shares != nil {
            let limits = choices.options.minimums(of: indicator)
            if let index = groups.firstIndex(where: { $0.limits == limits }) {
                groups[index].names.append(indicator.name)
            } else {
                groups.append((limits, [indicator.name]))
            }
        }
        return groups.map { group in
            let (shown, ranked) = (group.limits.forShowing ?? 0, group.limits.forRanking ?? 0)
            let zh = groups.count > 1 ? "（\(group.names.map(\.zh).joined(separator: "、"))）" : ""
            let en = groups.count > 1 ? " (\(group.names.map(\.en).joined(separator: ", ")))" : ""
            return Words(
                "最小分母：显示 \(shown)，排序 \(ranked)\(zh)", "minimum denominators: \(shown) to show, \(ranked) to rank\(en)")
        }
    }

    private var sources: [Words] {
        let names = Set(choices.settings.population.map(\.source)).sorted().joined(separator: "；")
        return names.isEmpty ? [] : [Words("人口来源：\(names)", "residents: \(names)")]
    }
}

extension [Value] {
    /// The flags of any of them.
    var flags: Value.Flags { reduce(into: []) { $0.formUnion($1.flags) } }
}
