import Configuration
import Filings

/// Words on the command line that name nothing, with the nearest that does.
enum Unknown {
    static func word(_ word: String, _ kind: Words, _ valid: [String]) -> Words {
        let nearest = nearestWord(to: word, among: valid)
        return Words(
            "没有\(kind.zh)“\(word)”" + (nearest.map { "，是否指 \($0)？" } ?? "；可用：\(valid.joined(separator: ", "))"),
            "no \(kind.en) “\(word)”" + (nearest.map { "; did you mean \($0)?" } ?? "; known: \(valid.joined(separator: ", "))"))
    }
}
