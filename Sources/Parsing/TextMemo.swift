import Glibc

/// What was found out about texts, by their bytes: `String` would compare what looks alike.
///
/// Holds at most `limit` texts of at most `longest` bytes; what is asked about others is worked out each time.
struct TextMemo<Value> {
    let limit: Int
    let longest: Int
    private var values: [Key: Value] = [:]

    init(limit: Int, longest: Int) {
        self.limit = limit
        self.longest = longest
    }

    private struct Key: Hashable {
        let text: String

        func hash(into hasher: inout Hasher) {
            text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }

        static func == (a: Key, b: Key) -> Bool {
            guard a.text.utf8.count == b.text.utf8.count else { return false }
            let isSame = a.text.utf8.withContiguousStorageIfAvailable { one in
                b.text.utf8.withContiguousStorageIfAvailable { other in
                    one.isEmpty || memcmp(one.baseAddress!, other.baseAddress!, one.count) == 0
                }
            }
            return (isSame ?? nil) ?? a.text.utf8.elementsEqual(b.text.utf8)
        }
    }

    subscript(text: String) -> Value? {
        get { text.utf8.count <= longest ? values[Key(text: text)] : nil }
        set { if text.utf8.count <= longest, values.count < limit { values[Key(text: text)] = newValue } }
    }

    /// The value of a text, made by `make` the first time.
    mutating func value(of text: String, _ make: (String) -> Value) -> Value {
        if let known = self[text] { return known }
        let value = make(text)
        self[text] = value
        return value
    }
}
