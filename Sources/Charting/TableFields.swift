import ChartGrammar

/// The fields of a chart's table as far as its transforms have come: what each holds and how its numbers are printed.
struct TableFields: Hashable, Sendable {
    struct Known: Hashable, Sendable {
        var kind: Channel.Kind
        var format = NumberFormat()
        /// A rate: rates are not added up.
        var isRate = false
    }

    private(set) var names: [String] = []
    private var known: [String: Known] = [:]

    /// Before any transform.
    init(_ definition: ChartDefinition) {
        let isRate = definition.indicators.first?.isRatio ?? false
        add(Field.year, Known(kind: .temporal))
        add(Field.group, Known(kind: .nominal))
        add(Field.indicator, Known(kind: .nominal))
        add(Field.value, Known(kind: .quantitative, format: definition.valueFormat, isRate: isRate))
        add(Field.numerator, Known(kind: .quantitative))
        add(Field.denominator, Known(kind: .quantitative))
    }

    subscript(name: String) -> Known? { known[name] }

    /// Fields that hold numbers.
    var quantitative: [String] { names.filter { known[$0]?.kind == .quantitative } }

    private mutating func add(_ name: String, _ field: Known) {
        if !names.contains(name) { names.append(name) }
        known[name] = field
    }

    /// The fields after a transform.
    mutating func apply(_ transform: TransformSpec) {
        let before = known
        names = transform.fields(from: names)
        known = known.filter { names.contains($0.key) }
        switch transform {
        case .sort, .top: break
        case .fold(let fold):
            add(fold.key, Known(kind: .nominal))
            add(fold.value, before[fold.folded.first?.field ?? ""] ?? Known(kind: .quantitative))
        case .stack(let stack):
            let share = NumberFormat(decimals: 1, suffix: "%", tickSuffix: "%")
            let format = stack.offset == .normalize ? share : before[stack.field]?.format ?? NumberFormat()
            for end in [stack.start, stack.end] { add(end, Known(kind: .quantitative, format: format)) }
        case .bin(let bin): add(bin.result, Known(kind: .ordinal))
        case .aggregate(let aggregate):
            for operation in aggregate.operations { add(operation.result, Self.result(operation, before)) }
        }
    }

    private static func result(_ operation: AggregateRows.Operation, _ before: [String: Known]) -> Known {
        guard !operation.kind.isCount, var known = operation.field.flatMap({ before[$0] }) else {
            return Known(kind: .quantitative)
        }
        // A mean or a middle of whole numbers is none.
        if operation.kind == .mean || operation.kind == .median {
            known.format.decimals = max(known.format.decimals, 1)
        }
        return known
    }
}
