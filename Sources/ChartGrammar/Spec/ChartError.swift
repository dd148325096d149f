/// What makes a spec impossible to draw over a table. Bad data is not among it: an empty table is a chart that says so.
package enum ChartError: Error, Hashable, Sendable {
    case missingField(channel: String, field: String, fields: [String])
    /// A channel whose kind the mark cannot draw ("x of a line must be temporal").
    case wrongKind(channel: String, kind: Channel.Kind, allowed: [Channel.Kind])
    case wrongValue(channel: String, field: String, row: Int)
    case missingChannel(String)
    case tooSmall(width: Double, height: Double)
    case unsupported(mark: MarkSpec.Kind, MarkSpec.Orientation, MarkSpec.Stack)
    case breaksNotAscending
    /// A scale that the channel cannot have: the length of a bar is its value, and only values are scaled at all.
    case wrongScale(channel: String, kind: ScaleSpec.Kind, allowed: [ScaleSpec.Kind])
    case domainNotPositive(channel: String)

    package var zh: String {
        switch self {
        case .missingField(let channel, let field, let fields):
            "通道 \(channel) 所用字段“\(field)”不在表中，表中有：\(fields.joined(separator: "、"))"
        case .wrongKind(let channel, let kind, let allowed):
            "通道 \(channel) 不能是 \(kind.rawValue)，应为 \(allowed.map(\.rawValue).joined(separator: " 或 "))"
        case .wrongValue(let channel, let field, let row):
            "通道 \(channel) 的字段“\(field)”第 \(row + 1) 行的值类型不符"
        case .missingChannel(let channel): "缺少通道 \(channel)"
        case .tooSmall(let width, let height): "画布 \(width)×\(height) 放不下此图"
        case .unsupported(let mark, let orientation, let stack):
            "不支持 \(mark.rawValue)（\(orientation.rawValue)，\(stack.rawValue)）"
        case .breaksNotAscending: "颜色分级的界限应递增，且不多于 5 个"
        case .wrongScale(let channel, let kind, let allowed):
            "通道 \(channel) 的刻度不能是 \(kind.rawValue)，此图可用：\(allowed.map(\.rawValue).joined(separator: "、"))"
                + (allowed == [.linear] ? "（长度即数值，从 0 开始）" : "")
        case .domainNotPositive(let channel): "通道 \(channel) 为对数刻度，范围应大于 0"
        }
    }

    package var en: String {
        switch self {
        case .missingField(let channel, let field, let fields):
            "channel \(channel): field '\(field)' is not in the table, which has: \(fields.joined(separator: ", "))"
        case .wrongKind(let channel, let kind, let allowed):
            "channel \(channel) cannot be \(kind.rawValue), must be \(allowed.map(\.rawValue).joined(separator: " or "))"
        case .wrongValue(let channel, let field, let row):
            "channel \(channel): field '\(field)' has a value of the wrong type in row \(row + 1)"
        case .missingChannel(let channel): "channel \(channel) is missing"
        case .tooSmall(let width, let height): "a canvas of \(width) x \(height) has no room for this chart"
        case .unsupported(let mark, let orientation, let stack):
            "unsupported: \(mark.rawValue) (\(orientation.rawValue), \(stack.rawValue))"
        case .breaksNotAscending: "the bounds of colour classes must ascend and be at most 5"
        case .wrongScale(let channel, let kind, let allowed):
            "channel \(channel) cannot have a \(kind.rawValue) scale, this mark takes: "
                + allowed.map(\.rawValue).joined(separator: ", ")
                + (allowed == [.linear] ? " (a length is its value, from zero)" : "")
        case .domainNotPositive(let channel): "channel \(channel): the domain of a log scale must be above 0"
        }
    }
}

/// All errors of a spec at once.
package struct ChartErrors: Error, Hashable, Sendable {
    package var errors: [ChartError]

    package init(_ errors: [ChartError]) { self.errors = errors }
}
