/// Dictionary-encoded strings: codes into an ascending dictionary of distinct values. A null row holds code 0.
@frozen
public struct DictionaryColumn: Hashable, Sendable {
    public let codes: [UInt32]
    /// Distinct, ascending.
    public let dictionary: [String]
    public let validity: Bitmap

    @inlinable public var count: Int { codes.count }

    @usableFromInline
    init(codes: [UInt32], dictionary: [String], validity: Bitmap) {
        precondition(codes.count == validity.count, "one validity bit a row")
        self.codes = codes
        self.dictionary = dictionary
        self.validity = validity
    }

    public init(_ values: [String?]) {
        var builder = Builder()
        for value in values { builder.append(value) }
        self = builder.freeze()
    }

    /// The value of a row, nil where it is null.
    @inlinable
    public subscript(row: Int) -> String? { validity[row] ? dictionary[Int(codes[row])] : nil }

    /// The code of a value, nil when no row holds it.
    public func code(of value: String) -> UInt32? {
        var range = dictionary.startIndex..<dictionary.endIndex
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            if dictionary[middle] == value { return UInt32(middle) }
            range = dictionary[middle] < value ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    /// The rows whose value is one of `values`; a null row is none of them.
    public func rows(anyOf values: [String]) -> Bitmap {
        var wanted = [Bool](repeating: false, count: dictionary.count)
        for value in values {
            if let code = code(of: value) { wanted[Int(code)] = true }
        }
        guard wanted.contains(true) else { return Bitmap(repeating: false, count: count) }
        return Bitmap(count: count) { wanted[Int(codes[$0])] }.intersection(validity)
    }

    /// The rows whose value satisfies `predicate`, asked once for each distinct value.
    public func rows(where predicate: (String) -> Bool) -> Bitmap { rows(anyOf: dictionary.filter(predicate)) }
}

extension DictionaryColumn {
    /// Collects strings; the dictionary is sorted when frozen.
    public struct Builder: Sendable {
        private var codes: [UInt32] = []
        private var firstSeen: [String] = []
        private var codeOf: [ByteKey: UInt32] = [:]
        private var validity = Bitmap.Builder()

        public init() {}

        public mutating func append(_ value: String?) {
            validity.append(value != nil)
            guard let value else { return codes.append(0) }
            codes.append(code(of: value))
        }

        private mutating func code(of value: String) -> UInt32 {
            let key = ByteKey(text: value)
            if let code = codeOf[key] { return code }
            let code = UInt32(firstSeen.count)
            codeOf[key] = code
            firstSeen.append(value)
            return code
        }

        public func freeze() -> DictionaryColumn {
            let valid = validity.freeze()
            let order = firstSeen.indices.sorted { firstSeen[$0] < firstSeen[$1] }
            var recode = [UInt32](repeating: 0, count: firstSeen.count)
            for (new, old) in order.enumerated() { recode[old] = UInt32(new) }
            let final = codes.indices.map { valid[$0] ? recode[Int(codes[$0])] : 0 }
            let column = DictionaryColumn(codes: final, dictionary: order.map { firstSeen[$0] }, validity: valid)
            assert(column.checkInvariants())
            return column
        }
    }
}

/// A text as a key, hashed by its bytes: for Chinese text many times faster than by its characters.
private struct ByteKey: Hashable {
    var text: String

    static func == (a: ByteKey, b: ByteKey) -> Bool {
        a.text.utf8.count == b.text.utf8.count && a.text == b.text
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
