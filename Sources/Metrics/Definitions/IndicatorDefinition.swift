import Configuration
import Filings

/// Indicators written by hand:
///
///     indicators:
///       - id: refusal-and-unavailable-rate
///         version: 1
///         name: {zh: 未公开率, en: share not disclosed}
///         formula: (requests.refused.*.total + requests.unavailable.*.total) / requests.resolved.total
///         unit: "%"
///         direction: lower
///         forms: [2019, 2021]
///         caveats: [{zh: ..., en: ...}]
///         source: {zh: ..., en: ...}
///         minimum-shown: 5
///         minimum-ranked: 30
///
/// Only id, name and formula must be there: unit and forms follow from the cells and, where written, must agree.
package enum IndicatorDefinition {
    /// The indicators under the key `indicators`, none when it is not written. Every mistake is reported to the reader.
    package static func list(in reader: ConfigurationReader) -> [Indicator] {
        var taken = AllIndicators.all.map(\.id)
        return reader.optionalList("indicators") { entry in
            let indicator = indicator(entry)
            let id = indicator.id
            if taken.contains(id) {
                entry.report(zh: "指标“\(id)”已经存在", en: "the indicator '\(id)' exists already", at: "id")
            }
            taken.append(id)
            return indicator
        } ?? []
    }

    /// After a mistake stand-ins are used, so that what names the indicator is not a second mistake.
    private static func indicator(_ reader: ConfigurationReader) -> Indicator {
        let id = reader.string("id")
        if !id.isEmpty, !id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) {
            reader.report(
                zh: "指标名“\(id)”只能用小写字母、数字和连字符", en: "the id '\(id)' may only have small letters, digits and hyphens",
                at: "id")
        }
        let version = reader.optionalInteger("version", in: 1...9999) ?? 1
        let name = words(reader, "name") ?? Words(id, id)
        let direction = reader.optionalWord("direction", as: Indicator.Direction.self) ?? .neither
        let source = words(reader, "source", isOptional: true) ?? Words("自定义", "written by the user")
        let nullRule = words(reader, "null-rule", isOptional: true)
        let caveats = reader.optionalList("caveats") { Words($0.string("zh"), $0.string("en")) } ?? []
        let minimums = Indicator.Minimums(
            forShowing: reader.optionalInteger("minimum-shown", in: 0...1_000_000),
            forRanking: reader.optionalInteger("minimum-ranked", in: 0...1_000_000))
        let asked = reader.optionalString("unit")
        let forms = reader.words("forms", of: FormID.allCases.map(\.rawValue)).compactMap(FormID.init)
        let formula = FormulaEntry(reader)
        return Indicator(
            id: id, version: version, name: name, unit: formula?.unit(asked: asked) ?? .cases, direction: direction,
            formula: formula?.formula ?? .constant(.zero), nullRule: nullRule ?? formula?.nullRule ?? NullRules.count,
            forms: formula?.forms(asked: forms) ?? FormID.allCases,
            caveats: caveats, minimums: minimums, source: source, examples: [])
    }

    private static func words(_ reader: ConfigurationReader, _ key: String, isOptional: Bool = false) -> Words? {
        guard !isOptional || reader.has(key) else { return nil }
        let words = reader.mapping(key)
        return Words(words.string("zh"), words.string("en"))
    }
}

/// The formula of one entry with what follows from it.
private struct FormulaEntry {
    let formula: Formula
    private let reader: ConfigurationReader

    init?(_ reader: ConfigurationReader) {
        self.reader = reader
        let text = reader.string("formula")
        guard !text.isEmpty else { return nil }
        let (formula, problems) = Formula.read(text)
        for problem in problems {
            reader.report(
                .custom(zh: problem.chinese, en: problem.english), at: Self.place(problem, text, reader))
        }
        guard let formula else { return nil }
        self.formula = formula
    }

    /// Where the character of the formula stands in the file; the start of the text where it spans lines.
    private static func place(_ problem: FormulaProblem, _ text: String, _ reader: ConfigurationReader)
        -> ConfigurationPlace
    {
        var place = reader.place(of: "formula")
        guard case .scalar(_, let isQuoted)? = reader.optionalNode("formula")?.content else { return place }
        place.column += (isQuoted ? 1 : 0) + text.prefix(problem.position - 1).unicodeScalars.count
        return place
    }

    /// The unit that follows from the cells; another one that is written is a mistake.
    func unit(asked: String?) -> Unit {
        switch formula.unit {
        case .failure(let mismatch):
            reader.report(zh: mismatch.chinese, en: mismatch.english, at: "formula")
            return .cases
        case .success(let unit):
            guard let asked, asked != unit.rawValue else { return unit }
            let nearest = nearestWord(to: asked, among: Unit.all.map(\.rawValue)).map { "（\($0)）" } ?? ""
            reader.report(
                zh: "公式的单位是“\(unit.rawValue)”，不是“\(asked)”\(nearest)",
                en: "the formula is in '\(unit.rawValue)', not '\(asked)'", at: "unit")
            return unit
        }
    }

    var nullRule: Words {
        if !formula.supplements.isEmpty { return NullRules.organs }
        if !formula.facts.isEmpty { return NullRules.fact }
        return formula.shares != nil
            ? NullRules.index : formula.fraction.denominator == nil ? NullRules.count : NullRules.rate
    }

    /// The forms that have every cell; a form that is written and lacks one is a mistake.
    func forms(asked: [FormID]) -> [FormID] {
        let valid = FormID.allCases.filter { missing(in: $0) == nil }
        guard !asked.isEmpty else {
            if valid.isEmpty {
                reader.report(
                    zh: "没有一种表式同时设有公式中的各单元格", en: "no form has all cells of the formula", at: "formula")
            }
            return valid
        }
        for form in asked {
            guard let cell = missing(in: form) else { continue }
            reader.report(
                zh: "\(form.rawValue) 年表式没有单元格“\(cell)”", en: "the \(form.rawValue) form has no cell '\(cell)'",
                at: "forms")
        }
        return FormID.allCases.filter(asked.contains)
    }

    /// The first cell or group that a form does not have.
    private func missing(in form: FormID) -> String? {
        formula.leaves.first { leaf in
            switch leaf {
            case .measure(let id): !Measures[id].forms.contains(form)
            case .group(let group): !group.members.contains { Measures[$0].forms.contains(form) }
            default: false
            }
        }?.description
    }
}
