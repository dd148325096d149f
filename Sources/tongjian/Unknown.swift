import Configuration
import Filings

/// Words on the command line that name nothing, with the nearest that does.
enum Unknown {
    /// As `word`, for lists too long to print.
    static func near(_ word: String, _ kind: Words, _ valid: [String]) -> Words {
        let hint = nearestWord(to: word, among: valid).map { Words("，是否指 \($0)？", "; did you mean \($0)?") }
        return Words("没有\(kind.zh)“\(word)”" + (hint?.zh ?? ""), "no \(kind.en) “\(word)”" + (hint?.en ?? ""))
    }

    static func word(_ word: String, _ kind: Words, _ valid: [String]) -> Words {
        let nearest = nearestWord(to: word, among: valid)
        return Words(
            "没有\(kind.zh)“\(word)”" + (nearest.map { "，是否指 \($0)？" } ?? "；可用：\(valid.joined(separator: ", "))"),
            "no \(kind.en) “\(word)”"
                + (nearest.map { "; did you mean \($0)?" } ?? "; known: \(valid.joined(separator: ", "))"))
    }
}
