/// The unit printed behind a number of the prose, by its number in `all`.
struct FactUnit: Equatable, Sendable {
    fileprivate let index: Int

    /// A longer unit stands before a shorter one that starts it; `。` stands for none (信息处理费为0。).
    private static let all = [
        "人次", "余人", "余次", "余条", "条", "篇", "件", "项", "次", "期", "场", "起", "家", "个", "宗", "人", "名", "元", "则", "户",
        "份", "。",
    ]
    private static let bytes = all.dropLast().map(\.utf8Bytes)
    private static let none = FactUnit("。")

    var text: String { Self.all[index] }

    /// The unit of this text, which must be one of `all`.
    fileprivate init(_ text: String) {
        guard let index = Self.all.firstIndex(of: text) else { preconditionFailure("\(text) is no unit of facts") }
        self.index = index
    }

    private init(index: Int) { self.index = index }

    /// The unit that starts at a byte and where it ends; none before a mark that closes the clause.
    static func unit(in text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> (unit: FactUnit, end: Int)? {
        for (index, unit) in bytes.enumerated()
        where start + unit.count <= limit && ByteSearch.stands(unit, at: start, in: text) {
            return (FactUnit(index: index), start + unit.count)
        }
        guard start + 2 < limit else { return nil }
        let closes = text[start] == 0xE3 && text[start + 1] == 0x80 && text[start + 2] == 0x82
        let parts =
            text[start] == 0xEF && text[start + 1] == 0xBC && (text[start + 2] == 0x8C || text[start + 2] == 0x9B)
        return closes || parts ? (none, start) : nil
    }
}

/// A set of units, as bits.
struct FactUnits: Sendable {
    private let bits: UInt32

    init(_ units: String...) { bits = units.reduce(0) { $0 | 1 << UInt32(FactUnit($1).index) } }

    func contains(_ unit: FactUnit) -> Bool { bits >> UInt32(unit.index) & 1 == 1 }
}
