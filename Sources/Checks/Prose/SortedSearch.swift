extension Array where Element: Comparable {
    /// Whether an ascending array holds a value: binary search.
    func holdsInOrder(_ value: Element) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == value
    }
}
