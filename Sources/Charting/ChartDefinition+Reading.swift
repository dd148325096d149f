import ChartGrammar
import Configuration
import FilingTable
import Filings
import Metrics

extension ChartDefinition {
    /// Reads a definition; throws all its mistakes at once, each with line, column and the nearest valid word.
    package init(text: String, file: String) throws(ConfigurationErrors) {
        let name = String(file.split(separator: "/").last?.split(separator: ".").first ?? "")
        self = try ConfigurationDocument(text: text, file: file).read { Self.read($0, name: name) }
    }

    private static func read(_ reader: ConfigurationReader, name: String) -> ChartDefinition {
        let data = reader.mapping("data")
        let mark = reader.mapping("mark")
        if data.optionalStrings("indicators")?.isEmpty ?? true {
            data.report(zh: "至少需要一个指标", en: "at least one indicator is needed", at: "indicators")
        }
        let spec = self.mark(mark)
        if spec.rule == nil {
            mark.report(
                zh: "不支持 \(spec.kind.rawValue)、\(spec.orientation.rawValue)、\(spec.stack.rawValue) 的组合",
                en: "no mark for \(spec.kind.rawValue), \(spec.orientation.rawValue), \(spec.stack.rawValue)",
                at: "type")
        }
        var definition = ChartDefinition(
            name: name, title: words(reader, "title"),
            indicators: data.words("indicators", of: AllIndicators.all.map(\.id)).compactMap(AllIndicators.indicator),
            comparison: AllComparisons.comparison(
                data.optionalWord("compare", of: AllComparisons.all.map(\.id)) ?? "level") ?? .level,
            by: data.has("by")
                ? data.words("by", of: Dimension.allCases.map(\.rawValue)).compactMap(Dimension.init) : [],
            years: data.optionalWord("years", as: Years.self) ?? .all,
            scope: data.optionalWord("scope", as: Scope.self) ?? .all,
            filter: filter(data), top: data.optionalInteger("top", in: 1...60),
            order: data.optionalWord("order", as: Order.self) ?? .value, mark: spec,
            color: mark.optionalWord("color", as: ColorField.self) ?? .none,
            classes: classes(mark), palette: mark.optionalWord("palette", as: Palette.self) ?? .subject,
            headline: reader.word("headline", as: HeadlineKind.self),
            headlineIndicator: reader.optionalWord("headline-indicator", of: AllIndicators.all.map(\.id))
                .flatMap(AllIndicators.indicator),
            reference: mark.optionalWord("reference", as: Reference.self) ?? .none,
            size: mark.optionalWord("size", as: Size.self) ?? .standard,
            sharesScale: mark.optionalBoolean("shared") ?? false,
            notes: reader.optionalList("notes") { Words($0.string("zh"), $0.string("en")) } ?? [])
        if reader.has("unit") { definition.unit = words(reader, "unit") }
        definition.readSteps(reader)
        return definition
    }

    /// Transforms and channels: what they may name depends on all the rest.
    private mutating func readSteps(_ reader: ConfigurationReader) {
        var steps = TransformReader(TableFields(self))
        transforms = (reader.optionalList("transform") { steps.read($0) } ?? []).compactMap { $0 }
        if mark.kind == .flow, !transforms.isEmpty {
            reader.report(zh: "flow 使用自己的表，不能变换", en: "a flow has a table of its own: no transforms", at: "transform")
        }
        if reader.has("encoding") {
            channels = ChannelDefinitionReader(fields: steps.fields, mark: mark).read(reader.mapping("encoding"))
        }
        if !transforms.isEmpty { checkChannels(reader, steps.fields) }
    }

    /// A field that the mark asks for may be gone after an aggregation.
    private func checkChannels(_ reader: ConfigurationReader, _ fields: TableFields) {
        guard let rule = mark.rule, mark.kind != .flow else { return }
        let encoding = encoding(.en)
        for name in [rule.category, rule.value, rule.row, rule.series].compactMap({ $0 }) {
            guard let channel = encoding[name], fields[channel.field] == nil else { continue }
            let error = ChartError.missingField(channel: name.rawValue, field: channel.field, fields: fields.names)
            reader.report(zh: error.zh, en: error.en, at: reader.has("encoding") ? "encoding" : "transform")
        }
    }

    private static func words(_ reader: ConfigurationReader, _ key: String) -> Words {
        let words = reader.mapping(key)
        return Words(words.string("zh"), words.string("en"))
    }

    private static func filter(_ reader: ConfigurationReader) -> RowFilter {
        guard let text = reader.optionalString("where") else { return RowFilter() }
        do {
            return try RowFilter(parsing: text)
        } catch {
            for problem in error.problems { reader.report(zh: problem.chinese, en: problem.english, at: "where") }
            return RowFilter()
        }
    }

    private static func mark(_ reader: ConfigurationReader) -> MarkSpec {
        MarkSpec(
            reader.word("type", as: MarkSpec.Kind.self),
            orientation: reader.optionalWord("orientation", as: MarkSpec.Orientation.self) ?? .vertical,
            stack: reader.optionalWord("stack", as: MarkSpec.Stack.self) ?? .none,
            showsDenominator: reader.optionalBoolean("denominators") ?? true)
    }

    private static func classes(_ reader: ConfigurationReader) -> [Double] {
        (reader.optionalStrings("classes") ?? []).map { text in
            guard let number = Double(text) else {
                reader.report(zh: "分级界限“\(text)”不是数字", en: "the class bound “\(text)” is no number", at: "classes")
                return 0
            }
            return number
        }
    }
}
