import FilingInterchange
import Filings
import Metrics

/// What comparisons add to their number, as members of a JSON object.
enum DetailJSON {
    static func value(_ detail: Value.Detail) -> JSONValue {
        let members = members(detail)
        return members.isEmpty ? .null : .members(members)
    }

    private static func members(_ detail: Value.Detail) -> [(String, JSONValue)] {
        switch detail {
        case .none: []
        case .change(let change):
            [
                ("previousYear", .integer(change.previousYear)), ("previous", figure(change.previous)),
                ("percent", .optional(change.percent)),
            ]
        case .rank(let rank):
            [
                ("place", .integer(rank.place)), ("ranked", .integer(rank.ranked)), ("tied", .boolean(rank.isTied)),
                ("peers", .string(rank.peerGroup)), ("first", .optional(rank.places?.lowerBound)),
                ("last", .optional(rank.places?.upperBound)), ("level", figure(rank.level)),
            ]
        case .share(let share):
            [
                ("parent", .string(share.parent)), ("children", .integer(share.children)),
                ("presentChildren", .integer(share.presentChildren)), ("part", .number(share.part)),
                ("total", .number(share.total)),
            ]
        case .span(let span):
            [
                ("from", .integer(span.years.lowerBound)), ("to", .integer(span.years.upperBound)),
                ("first", span.first.map(figure) ?? .null), ("last", span.last.map(figure) ?? .null),
            ]
        case .peers(let peers): self.peers(peers)
        case .band(let band):
            [("band", .integer(band.band)), ("bounds", .array(band.bounds.map(JSONValue.double)))] + peers(band.peers)
        case .part(let part):
            parent(part.parent, part.children, part.previousYear) + [
                ("change", .optional(part.change)), ("total", .optional(part.total)),
                ("totalChange", .optional(part.totalChange)),
            ]
        case .without(let without):
            parent(without.parent, without.children, without.previousYear) + [("total", .double(without.total))]
        case .effects(let effects):
            parent(effects.parent, effects.children, effects.previousYear) + [
                ("mix", .double(effects.mix)), ("within", .double(effects.within)), ("total", .double(effects.total)),
                ("totalMix", .double(effects.totalMix)), ("totalWithin", .double(effects.totalWithin)),
            ]
        case .difference, .trend, .concentration, .funnel, .mean: tests(detail)
        }
    }

    private static func tests(_ detail: Value.Detail) -> [(String, JSONValue)] {
        switch detail {
        case .difference(let difference):
            [
                ("previousYear", .integer(difference.previousYear)), ("previous", figure(difference.previous)),
                ("p", .double(difference.p)), ("adjustedP", .double(difference.adjustedP)),
                ("comparisons", .integer(difference.comparisons)),
            ]
                + range(difference.interval, "low", "high")
        case .trend(let trend):
            [
                ("from", .integer(trend.years.lowerBound)), ("to", .integer(trend.years.upperBound)),
                ("years", .integer(trend.count)),
                ("s", .integer(trend.s)), ("p", .double(trend.p)), ("exact", .boolean(trend.isExact)),
            ]
        case .concentration(let concentration): [("organs", .integer(concentration.organs))]
        case .funnel(let funnel):
            [("peers", .string(funnel.group)), ("count", .integer(funnel.count)), ("center", .double(funnel.center))]
                + range(funnel.inner, "low95", "high95") + range(funnel.outer, "low998", "high998")
        case .mean(let mean):
            [("organs", .integer(mean.organs)), ("pooled", .optional(mean.pooled))]
        default: []
        }
    }

    private static func parent(_ name: String, _ children: Int, _ year: Int) -> [(String, JSONValue)] {
        [("parent", .string(name)), ("children", .integer(children)), ("previousYear", .integer(year))]
    }

    private static func peers(_ peers: Value.Peers) -> [(String, JSONValue)] {
        [
            ("peers", .string(peers.group)), ("count", .integer(peers.count)), ("median", .double(peers.median)),
            ("deviation", .double(peers.deviation)), ("level", figure(peers.level)),
        ]
    }

    private static func range(_ range: ClosedRange<Double>, _ low: String, _ high: String) -> [(String, JSONValue)] {
        [(low, .double(range.lowerBound)), (high, .double(range.upperBound))]
    }

    private static func figure(_ figure: Value.Figure) -> JSONValue { .members(members(figure)) }

    /// The number, and the fraction that it is.
    static func members(_ figure: Value.Figure) -> [(String, JSONValue)] {
        [
            ("value", figure.exact.map(JSONValue.number) ?? .optional(figure.number)),
            ("numerator", .optional(figure.numerator)), ("denominator", .optional(figure.denominator)),
        ]
    }
}
