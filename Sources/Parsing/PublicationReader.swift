import Filings
import Ingest

/// Finds the day on which a filing was published: a page's metadata, else a line above the text that says so.
enum PublicationReader {
    private static let labels = ["发布日期", "发布时间", "公开日期", "公布日期"]
    /// Paragraphs above the text in which such a line stands.
    private static let headLines = 12

    static func read(_ metadata: [Evidence], _ prose: Prose) -> (day: CalendarDay, evidence: IdentityEvidence)? {
        for item in metadata where item.text.hasPrefix("published:") {
            let text = String(item.text.dropFirst("published:".count))
            if let day = CalendarDay(printed: text) { return (day, evidence(day, text, item.place, .metadata)) }
        }
        for paragraph in prose.paragraphs.prefix(headLines) where paragraph.bytes.count < 240 && paragraph.count < 60 {
            guard let label = labels.first(where: { paragraph.bytes.starts(with: $0.utf8) }) else { continue }
            let rest = paragraph.text.dropFirst(label.count).drop { $0 == "：" || $0 == ":" }
            if let day = CalendarDay(printed: String(rest)) {
                return (day, evidence(day, String(rest), paragraph.place(at: 0), .preamble))
            }
        }
        return nil
    }

    private static func evidence(
        _ day: CalendarDay, _ text: String, _ place: Place?, _ source: EvidenceSource
    ) -> IdentityEvidence {
        IdentityEvidence(
            field: .publicationDate, source: source, value: day.description,
            evidence: Evidence(text: text, place: place))
    }
}
