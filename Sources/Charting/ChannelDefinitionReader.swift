import ChartGrammar
import Configuration
import Filings

/// Reads `encoding`: for each channel a field, its type, a title, a scale and an order, all of them optional.
struct ChannelDefinitionReader {
    let fields: TableFields
    let mark: MarkSpec

    func read(_ encoding: ConfigurationReader) -> [ChannelName: ChannelDefinition] {
        var channels: [ChannelName: ChannelDefinition] = [:]
        for name in ChannelName.allCases where encoding.has(name.rawValue) {
            let reader = encoding.mapping(name.rawValue)
            guard let rule = mark.rule else { continue }
            let used = [rule.category, rule.value, rule.row, rule.series].compactMap { $0 }
            if !used.contains(name) {
                let list = used.map(\.rawValue).joined(separator: ", ")
                encoding.report(
                    zh: "\(mark.kind.rawValue) 没有通道 \(name.rawValue)，有：\(list)",
                    en: "\(mark.kind.rawValue) has no channel '\(name.rawValue)', but: \(list)", at: name.rawValue)
            }
            channels[name] = channel(name, reader, rule)
        }
        return channels
    }

    private func channel(_ name: ChannelName, _ reader: ConfigurationReader, _ rule: MarkRule) -> ChannelDefinition {
        var channel = ChannelDefinition()
        channel.field = reader.optionalWord("field", of: fields.names)
        channel.kind = reader.optionalWord("type", as: Channel.Kind.self)
        if reader.has("title") {
            let title = reader.mapping("title")
            channel.title = Words(title.string("zh"), title.string("en"))
        }
        channel.sort = reader.optionalWord("sort", as: Channel.Sort.self)
        if reader.has("scale") { scale(&channel, name, reader.mapping("scale"), rule) }
        let allowed = rule.kinds(of: name)
        let kind = channel.kind ?? channel.field.flatMap { fields[$0]?.kind }
        if let kind, !allowed.contains(kind) {
            let error = ChartError.wrongKind(channel: name.rawValue, kind: kind, allowed: allowed)
            reader.report(zh: error.zh, en: error.en, at: channel.kind == nil ? "field" : "type")
        }
        return channel
    }

    private func scale(
        _ channel: inout ChannelDefinition, _ name: ChannelName, _ reader: ConfigurationReader, _ rule: MarkRule
    ) {
        channel.scale = reader.optionalWord("type", as: ScaleSpec.Kind.self)
        channel.includesZero = reader.optionalBoolean("zero")
        if let texts = reader.optionalStrings("domain") {
            let bounds = texts.compactMap { Double($0) }.filter(\.isFinite)
            if bounds.count == 2, texts.count == 2, bounds[0] < bounds[1] {
                channel.domain = bounds[0]...bounds[1]
            } else {
                reader.report(zh: "domain 应为两个递增的数", en: "'domain' must be two ascending numbers", at: "domain")
            }
        }
        let allowed = name == rule.value ? mark.scales : [.linear]
        if let kind = channel.scale, !allowed.contains(kind) {
            report(.wrongScale(channel: name.rawValue, kind: kind, allowed: allowed), reader, "type")
        } else if channel.scale == .log, let domain = channel.domain, domain.lowerBound <= 0 {
            report(.domainNotPositive(channel: name.rawValue), reader, "domain")
        }
        checkEnds(channel, name == rule.value, reader)
    }

    /// Where the axis begins and ends may be chosen only where a mark heeds it, and never so that a length is not its value.
    private func checkEnds(_ channel: ChannelDefinition, _ isValue: Bool, _ reader: ConfigurationReader) {
        let kinds: Set<MarkSpec.Kind> = [.line, .area, .point, .facet, .slope, .funnel]
        let hasEnds = isValue && (kinds.contains(mark.kind) || mark.kind == .bar && mark.stack == .none)
        let hasZero = isValue && [.line, .point, .funnel].contains(mark.kind)
        for (key, isWritten, isAllowed) in [
            ("domain", channel.domain != nil, hasEnds), ("zero", channel.includesZero != nil, hasZero),
        ] where isWritten && !isAllowed {
            let kind = mark.kind.rawValue
            reader.report(
                zh: "\(kind) 的这一通道不能选择 \(key)", en: "'\(key)' cannot be chosen for this channel of \(kind)", at: key)
        }
        let isLength = mark.kind == .bar || mark.kind == .area
        if hasEnds, isLength, let domain = channel.domain, !domain.contains(0) {
            reader.report(zh: "长度即数值，范围应含 0", en: "a length is its value: the domain must hold 0", at: "domain")
        }
    }

    private func report(_ error: ChartError, _ reader: ConfigurationReader, _ key: String) {
        reader.report(zh: error.zh, en: error.en, at: key)
    }
}
