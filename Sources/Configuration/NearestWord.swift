/// The allowed word nearest to what was written, if it is near enough to be a slip of the hand.
package func nearestWord(to word: String, among allowed: [String]) -> String? {
    guard word.utf8.count <= longestWord else { return nil }
    let written = Array(word.lowercased())
    // One slip in three letters: more would suggest words that merely have the same length.
    let limit = max(1, written.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in allowed {
        // Words whose lengths differ by more are further apart than that.
        guard abs(candidate.utf8.count - word.utf8.count) <= 4 * limit else { continue }
        let letters = Array(candidate.lowercased())
        guard abs(letters.count - written.count) <= limit else { continue }
        let distance = editDistance(written, letters)
        if distance <= limit, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.word
}

/// Bytes of a word that a hand may have misspelt; what is longer is no word.
private let longestWord = 200

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 1...left.count {
        var row = [i]
        for j in 1...right.count {
            let substituted = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
            var cost = min(last[j] + 1, row[j - 1] + 1, substituted)
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                cost = min(cost, beforeLast[j - 2] + 1)
            }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[right.count]
}
