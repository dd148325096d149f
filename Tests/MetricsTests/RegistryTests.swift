import FilingTable
import Filings
import Testing

@testable import Metrics

/// Every entry of the registries: names as in the vocabulary, examples executed, definitions complete.
@Suite struct RegistryTests {
    /// Facts of `vocabulary/indicators.tsv`: id, Chinese, English, formula as printed, unit, direction.
    static let vocabulary: [(id: String, zh: String, en: String, formula: String?, unit: String, direction: String)] = [
        ("requests-received", "新收申请量", "requests received", "requests.received.total", "件", "neither"),
        ("requests-resolved", "办结量", "requests resolved", "requests.resolved.total", "件", "neither"),
        (
            "disclosure-rate", "公开率", "disclosure rate",
            "(requests.granted.total + requests.partiallyGranted.total) / requests.resolved.total", "%", "higher"
        ),
        (
            "refusal-rate", "不予公开率", "refusal rate", "requests.refused.*.total / requests.resolved.total", "%", "lower"
        ),
        (
            "unavailable-rate", "无法提供率", "unable-to-provide rate",
            "requests.unavailable.*.total / requests.resolved.total", "%", "lower"
        ),
        (
            "carried-forward-rate", "结转率", "carried-forward rate",
            "requests.carriedForward.total / (requests.received.total + requests.carriedOver.total)", "%", "lower"
        ),
        (
            "reconsideration-correction-rate", "复议纠错率", "reconsideration correction rate",
            "review.reconsideration.corrected / (review.reconsideration.upheld + review.reconsideration.corrected"
                + " + review.reconsideration.other)", "%", "lower"
        ),
        // The vocabulary words the denominator: "settled of both tracks".
        ("litigation-correction-rate", "诉讼纠错率", "litigation correction rate", nil, "%", "lower"),
        (
            "normative-documents-in-force", "现行有效规范性文件", "normative documents in force",
            "proactive.normativeDocuments.inForce", "件", "neither"
        ),
        ("licensing-decisions", "行政许可决定", "licensing decisions", "proactive.licensing.decisions", "件", "neither"),
        ("penalty-decisions", "行政处罚决定", "penalty decisions", "proactive.penalties.decisions", "件", "neither"),
        ("administrative-fees", "行政事业性收费", "administrative fees", "proactive.fees.amount", "万元", "neither"),
        ("wechat-items-published", "微信公众号发布量", "WeChat items published", "fact published.wechat", "条", "neither"),
        ("website-items-published", "政府网站发布量", "website items published", "fact published.website", "条", "neither"),
    ]

    @Test func idsAreUnique() {
        #expect(Set(AllIndicators.all.map(\.id)).count == AllIndicators.all.count)
        #expect(AllIndicators.all.count == 60)
        // Those of the vocabulary in its order, and the mean of rates beside the pooled rate.
        #expect(
            AllComparisons.all.map(\.id) == [
                "level", "year-over-year", "index-to-base", "compound-growth", "rolling-three", "share-of-parent",
                "distance-from-median", "rank", "percentile", "quantile-band", "contribution", "leave-one-out",
                "shift-share", "proportion-difference", "trend", "outlier", "concentration", "funnel", "mean-of-rates",
            ])
    }

    @Test(arguments: vocabulary.indices) func indicatorsAreThoseOfTheVocabulary(index: Int) throws {
        let entry = Self.vocabulary[index]
        let indicator = try #require(AllIndicators.indicator(entry.id))
        #expect(indicator.name == Words(entry.zh, entry.en))
        #expect(indicator.unit.rawValue == entry.unit)
        #expect(indicator.direction.rawValue == entry.direction)
        if let formula = entry.formula { #expect(indicator.formula.description == formula) }
    }

    @Test(arguments: AllIndicators.all.map(\.id)) func definitionsAreComplete(id: String) throws {
        let indicator = try #require(AllIndicators.indicator(id))
        #expect(try Formula(parsing: indicator.formula.description) == indicator.formula)
        if indicator.unit.isPercent { #expect(indicator.isRatio) }
        #expect(indicator.formula.unit == .success(indicator.unit) || indicator.formula.shares != nil)
        #expect(!indicator.examples.isEmpty && !indicator.forms.isEmpty)
        #expect(!indicator.nullRule.zh.isEmpty && !indicator.source.zh.isEmpty)
        let forms = indicator.formula.measures.map { Measures[$0].forms }
        for form in indicator.forms where !forms.isEmpty {
            #expect(forms.contains { $0.contains(form) }, "no cell in \(form)")
        }
    }

    @Test(arguments: AllIndicators.all.map(\.id)) func examplesGiveWhatTheySay(id: String) throws {
        let indicator = try #require(AllIndicators.indicator(id))
        for example in indicator.examples {
            let series = MetricQuery([indicator]).run(on: example.filings.table, register: example.filings.register)
            let value = try #require(series.first?.points.last?.value)
            #expect(value.numerator?.description == example.numerator)
            #expect(value.denominator?.description == example.denominator)
            #expect(ValueFormat(.zh).text(value, of: indicator) == example.text)
            #expect(!value.flags.contains(.doubtful))
        }
    }

    @Test(arguments: AllComparisons.all.map(\.id)) func comparisonExamplesGiveWhatTheySay(id: String) throws {
        let comparison = try #require(AllComparisons.comparison(id))
        #expect(!comparison.examples.isEmpty)
        for example in comparison.examples {
            let indicator = try #require(AllIndicators.indicator(example.indicator))
            let series = MetricQuery([indicator], by: example.by, compare: [comparison]).run(on: example.filings.table)
            let value = try #require(series[example.series][example.year])
            #expect(ValueFormat(.zh).text(value, of: indicator) == example.text)
        }
    }

    @Test(arguments: AllComparisons.all.map(\.id)) func comparisonsSayWhatTheyAre(id: String) throws {
        let comparison = try #require(AllComparisons.comparison(id))
        for words in [comparison.name, comparison.meaning, comparison.method, comparison.nullRule, comparison.source] {
            #expect(!words.zh.isEmpty && !words.en.isEmpty)
        }
    }

    @Test func unknownNamesAreReportedTogether() {
        #expect {
            try MetricQuery.indicators(["disclosure-rate", "refusel-rate", "zzz"])
        } throws: { error in
            (error as? UnknownNames)?.names == ["refusel-rate", "zzz"]
        }
    }
}
