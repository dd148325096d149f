import ChartGrammar
import Configuration
import Filings

/// Reads `transform`: a list of steps, each named by the key it begins with. What a later step may read is what the
/// earlier ones leave.
struct TransformReader {
    /// The fields after the steps read so far.
    private(set) var fields: TableFields

    init(_ fields: TableFields) { self.fields = fields }

    mutating func read(_ step: ConfigurationReader) -> TransformSpec? {
        let words = TransformSpec.Word.allCases
        let found = words.filter { step.has($0.rawValue) }
        // `fold` and `stack` of a field are told from `sort`, which may stand beside them.
        guard let word = found.count > 1 ? found.first(where: { $0 != .sort }) : found.first else {
            reportNoWord(step)
            return nil
        }
        let transform = transform(word, step)
        if let transform { fields.apply(transform) }
        return transform
    }

    /// A slip in a word is already an unknown key with its suggestion.
    private func reportNoWord(_ step: ConfigurationReader) {
        let words = TransformSpec.Word.allCases.map(\.rawValue)
        guard case .mapping(let entries) = step.node.content,
            !entries.contains(where: { nearestWord(to: $0.key, among: words) != nil })
        else { return }
        let list = words.joined(separator: ", ")
        step.report(zh: "每一步应含其中一个：\(list)", en: "a transform has one of: \(list)")
    }

    private func transform(_ word: TransformSpec.Word, _ step: ConfigurationReader) -> TransformSpec? {
        switch word {
        case .sort: .sort(SortRows(keys(step)))
        case .top: top(step)
        case .fold: fold(step)
        case .stack: stack(step)
        case .bin: bin(step)
        case .aggregate: aggregate(step)
        }
    }

    private func keys(_ step: ConfigurationReader) -> [SortRows.Key] {
        step.optionalList("sort") { key in
            let field = key.word("field", of: fields.names)
            let order = key.optionalWord("order", of: ["ascending", "descending"])
            return SortRows.Key(field, isDescending: order == "descending")
        } ?? []
    }

    private func top(_ step: ConfigurationReader) -> TransformSpec {
        let value = step.optionalWord("by", of: fields.quantitative) ?? Field.value
        let kinds = AggregateKind.allCases.filter { !$0.isCount }.map(\.rawValue)
        let kind = step.optionalWord("op", of: kinds).flatMap(AggregateKind.init(rawValue:)) ?? .sum
        if kind == .sum { checkSum(of: value, step, at: step.has("op") ? "op" : "top") }
        return .top(
            TopRows(
                step.integer("top", in: 1...60), of: step.optionalWord("field", of: fields.names) ?? Field.group,
                by: value, kind))
    }

    private func fold(_ step: ConfigurationReader) -> TransformSpec {
        let folded = step.words("fold", of: fields.quantitative)
        let labels =
            step.optionalList("labels") { Words($0.string("zh"), $0.string("en")) } ?? folded.map { Words($0, $0) }
        if labels.count != folded.count {
            step.report(
                zh: "labels 应与 fold 的字段一样多", en: "'labels' must be as many as the fields of 'fold'", at: "labels")
        }
        let (key, value) = pair(step, "key", "value")
        return .fold(FoldFields(zip(folded, labels).map { .init($0, zh: $1.zh, en: $1.en) }, as: key, value))
    }

    private func stack(_ step: ConfigurationReader) -> TransformSpec {
        let field = step.word("stack", of: fields.quantitative)
        checkSum(of: field, step, at: "stack")
        let (start, end) = pair(step, "start", "end")
        return .stack(
            StackRows(
                field, by: step.words("groupby", of: fields.names), sort: keys(step),
                offset: step.optionalWord("offset", as: StackRows.Offset.self) ?? .zero, as: start, end))
    }

    /// `bin: true`, or a mapping with `maxbins` or `step`.
    private func bin(_ step: ConfigurationReader) -> TransformSpec {
        var options: ConfigurationReader?
        if case .scalar("true", isQuoted: false) = step.optionalNode("bin")?.content {
        } else {
            options = step.mapping("bin")
        }
        let width = options.flatMap { $0.has("step") ? $0.number("step", in: 1e-6...1e12) : nil }
        return .bin(
            BinField(
                step.word("field", of: fields.quantitative), as: step.string("as"),
                most: options?.optionalInteger("maxbins", in: 2...50) ?? 10, step: width))
    }

    private func aggregate(_ step: ConfigurationReader) -> TransformSpec {
        let operations = step.list("aggregate") { operation -> AggregateRows.Operation in
            let kind = operation.word("op", as: AggregateKind.self)
            let field =
                kind == .count
                ? operation.optionalWord("field", of: fields.quantitative)
                : operation.word("field", of: fields.quantitative)
            if kind == .sum, let field { checkSum(of: field, operation, at: "op") }
            return AggregateRows.Operation(kind, of: field, as: operation.string("as"))
        }
        return .aggregate(AggregateRows(operations, by: step.words("groupby", of: fields.names)))
    }

    /// The two names of `as`.
    private func pair(_ step: ConfigurationReader, _ first: String, _ second: String) -> (String, String) {
        guard let names = step.optionalStrings("as") else { return (first, second) }
        if names.count != 2 || names[0] == names[1] {
            step.report(zh: "as 应为两个不同的名称", en: "'as' must be two different names", at: "as")
            return (first, second)
        }
        return (names[0], names[1])
    }

    /// A sum of rates is no rate and no count.
    private func checkSum(of field: String, _ step: ConfigurationReader, at key: String) {
        guard fields[field]?.isRate ?? false else { return }
        step.report(
            zh: "比率不能相加：用 mean、median、min、max，或对 numerator、denominator 求和",
            en: "rates cannot be added up: use mean, median, min or max, or add up numerator and denominator", at: key)
    }
}
