import FilingTable

extension Value {
    /// The rows behind values, as an object: a copy of a value then costs one reference and not two arrays.
    final class Basis: Hashable, Sendable {
        let rows: [Int]
        let leftOut: [LeftOut]

        /// Nil when nothing stands behind a value.
        convenience init?(rows: [Int], leftOut: [LeftOut]) {
            if rows.isEmpty, leftOut.isEmpty { return nil }
            self.init(both: rows, leftOut)
        }

        private init(both rows: [Int], _ leftOut: [LeftOut]) {
            self.rows = rows
            self.leftOut = leftOut
        }

        static func == (a: Basis, b: Basis) -> Bool {
            a === b || (a.rows == b.rows && a.leftOut == b.leftOut)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(rows)
            hasher.combine(leftOut)
        }
    }
}
