// The MUSTs of README.md as code. Each returns true, or stops with the promise that was broken.
extension Bitmap {
    @discardableResult
    package func checkInvariants() -> Bool {
        precondition(words.count == (count + 63) / 64, "one word for every 64 rows")
        if count & 63 != 0 {
            precondition(words[words.count - 1] >> UInt64(count & 63) == 0, "bits beyond count are 0")
        }
        return true
    }
}

extension Column {
    @discardableResult
    package func checkInvariants() -> Bool {
        validity.checkInvariants()
        precondition(values.indices.allSatisfy { validity[$0] || values[$0] == .zero }, "a null row holds 0")
        return true
    }
}

extension DecimalColumn {
    @discardableResult
    package func checkInvariants() -> Bool {
        validity.checkInvariants()
        precondition(mantissas.indices.allSatisfy { validity[$0] || mantissas[$0] == 0 }, "a null row holds 0")
        return true
    }
}

extension DictionaryColumn {
    @discardableResult
    package func checkInvariants() -> Bool {
        validity.checkInvariants()
        precondition(zip(dictionary, dictionary.dropFirst()).allSatisfy { $0 < $1 }, "the dictionary ascends")
        for row in codes.indices {
            precondition(validity[row] ? Int(codes[row]) < dictionary.count : codes[row] == 0, "codes fit")
        }
        return true
    }
}

extension ColumnTable {
    @discardableResult
    package func checkInvariants() -> Bool {
        precondition(Set(names).count == names.count && names.count == columns.count, "names are distinct")
        for column in columns {
            precondition(column.count == rowCount, "all columns have the table's rows")
            switch column {
            case .integer(let column): column.checkInvariants()
            case .double(let column): column.checkInvariants()
            case .decimal(let column): column.checkInvariants()
            case .dictionary(let column): column.checkInvariants()
            }
        }
        return true
    }
}
